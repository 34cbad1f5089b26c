/** The read models in Postgres: schema, rows, positions and the fence between writers. */
@NullMarked
package io.switchlog.projection.store;

import org.jspecify.annotations.NullMarked;
