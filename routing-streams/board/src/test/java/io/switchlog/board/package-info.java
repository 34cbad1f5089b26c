@NullMarked
package io.switchlog.board;

import org.jspecify.annotations.NullMarked;
