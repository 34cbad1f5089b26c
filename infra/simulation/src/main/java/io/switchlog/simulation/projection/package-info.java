/** The projection: production code from events to rows, over tables in memory. */
@NullMarked
package io.switchlog.simulation.projection;

import org.jspecify.annotations.NullMarked;
