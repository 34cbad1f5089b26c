@NullMarked
package io.switchlog.bench.presence;

import org.jspecify.annotations.NullMarked;
