/** Commands to the log, and what comes back from it. */
@NullMarked
package io.switchlog.gateway.log;

import org.jspecify.annotations.NullMarked;
