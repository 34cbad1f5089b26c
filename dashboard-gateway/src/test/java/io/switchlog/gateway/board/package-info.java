@NullMarked
package io.switchlog.gateway.board;

import org.jspecify.annotations.NullMarked;
