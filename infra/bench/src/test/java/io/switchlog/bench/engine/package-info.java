@NullMarked
package io.switchlog.bench.engine;

import org.jspecify.annotations.NullMarked;
