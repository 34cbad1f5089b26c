/** Engine instances around the production decider, and the group that hands the partition to one of them. */
@NullMarked
package io.switchlog.simulation.engine;

import org.jspecify.annotations.NullMarked;
