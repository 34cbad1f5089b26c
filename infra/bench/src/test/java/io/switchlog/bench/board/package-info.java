@NullMarked
package io.switchlog.bench.board;

import org.jspecify.annotations.NullMarked;
