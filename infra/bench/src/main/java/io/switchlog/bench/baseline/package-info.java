/** The same work done by Kafka or by Postgres alone. */
@NullMarked
package io.switchlog.bench.baseline;

import org.jspecify.annotations.NullMarked;
