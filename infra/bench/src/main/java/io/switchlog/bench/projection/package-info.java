/** The read models: events into Postgres, beside the same rows inserted by themselves. */
@NullMarked
package io.switchlog.bench.projection;

import org.jspecify.annotations.NullMarked;
