/** Thousands of agents who prove that they are there. */
@NullMarked
package io.switchlog.bench.presence;

import org.jspecify.annotations.NullMarked;
