/** The board's changes, live, as server-sent events. */
@NullMarked
package io.switchlog.gateway.stream;

import org.jspecify.annotations.NullMarked;
