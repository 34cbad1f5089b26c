/** What everything in a simulated history shares: its time, its chance, its faults and its trace. */
@NullMarked
package io.switchlog.simulation.world;

import org.jspecify.annotations.NullMarked;
