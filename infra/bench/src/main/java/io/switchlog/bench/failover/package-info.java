/** How long it takes until a second engine goes on. */
@NullMarked
package io.switchlog.bench.failover;

import org.jspecify.annotations.NullMarked;
