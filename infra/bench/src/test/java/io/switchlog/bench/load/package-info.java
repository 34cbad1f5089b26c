@NullMarked
package io.switchlog.bench.load;

import org.jspecify.annotations.NullMarked;
