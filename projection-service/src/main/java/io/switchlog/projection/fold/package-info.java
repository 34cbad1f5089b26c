/**
 * What events mean for the read models, free of Kafka, Postgres and clocks: the simulation runs the same code. It keeps in
 * memory what is still open (live calls, waiting callers, grants that hold) and yields the rows that a batch has changed.
 */
@NullMarked
package io.switchlog.projection.fold;

import org.jspecify.annotations.NullMarked;
