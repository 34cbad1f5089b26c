/**
 * Kafka as far as it matters here: a command topic whose clock is the log's own, an event topic, a changelog, a position, and
 * transactions that write to all of them or to none, under epochs that fence whoever was there before.
 */
@NullMarked
package io.switchlog.simulation.log;

import org.jspecify.annotations.NullMarked;
