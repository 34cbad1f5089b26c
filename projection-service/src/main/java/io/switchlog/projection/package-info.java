/** Decisions to read models in Postgres. */
@NullMarked
package io.switchlog.projection;

import org.jspecify.annotations.NullMarked;
