/** The engine alone, with more commands than it can decide. */
@NullMarked
package io.switchlog.bench.engine;

import org.jspecify.annotations.NullMarked;
