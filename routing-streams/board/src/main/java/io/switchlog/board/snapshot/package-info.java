/** Boards out of the read models that projection-service keeps in Postgres, for whoever would rather not read the whole log. */
@NullMarked
package io.switchlog.board.snapshot;

import org.jspecify.annotations.NullMarked;
