/** Calls: one thread each, which owns the caller's leg, the legs it dials and the truth about both. */
@NullMarked
package io.switchlog.simulator.call;

import org.jspecify.annotations.NullMarked;
