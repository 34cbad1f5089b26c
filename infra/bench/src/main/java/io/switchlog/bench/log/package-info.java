/** The log as it is seen from outside of the services. */
@NullMarked
package io.switchlog.bench.log;

import org.jspecify.annotations.NullMarked;
