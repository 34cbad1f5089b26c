@NullMarked
package io.switchlog.bench.claim;

import org.jspecify.annotations.NullMarked;
