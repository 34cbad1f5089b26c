/** The hands of tests and demos: callers, devices, switches and the truth about calls. */
@NullMarked
package io.switchlog.simulator.api;

import org.jspecify.annotations.NullMarked;
