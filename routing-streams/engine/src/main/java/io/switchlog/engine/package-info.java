/**
 * The Kafka Streams application around the decider: it reads commands in the log's order, has them decided, and writes the
 * events and the state that they leave in one transaction.
 */
@NullMarked
package io.switchlog.engine;

import org.jspecify.annotations.NullMarked;
