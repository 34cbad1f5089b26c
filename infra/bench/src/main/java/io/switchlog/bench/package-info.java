/** The bench: how fast Switchlog is, beside plain Kafka and plain Postgres on the same machine. */
@NullMarked
package io.switchlog.bench;

import org.jspecify.annotations.NullMarked;
