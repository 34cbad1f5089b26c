@NullMarked
package io.switchlog.bench.phone;

import org.jspecify.annotations.NullMarked;
