/** From a click to the screens of all the others. */
@NullMarked
package io.switchlog.bench.board;

import org.jspecify.annotations.NullMarked;
