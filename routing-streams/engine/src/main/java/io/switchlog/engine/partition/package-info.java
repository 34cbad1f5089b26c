/**
 * The engine without its surroundings: what stands in a partition's commands becomes what stands in its events. Kafka
 * Streams hands in bytes and times, and so does the simulation.
 */
@NullMarked
package io.switchlog.engine.partition;

import org.jspecify.annotations.NullMarked;
