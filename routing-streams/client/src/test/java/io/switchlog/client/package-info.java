/** What services may rely on when they talk to the log. */
@NullMarked
package io.switchlog.client;

import org.jspecify.annotations.NullMarked;
