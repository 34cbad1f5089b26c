/** The claim from HTTP request to HTTP answer. */
@NullMarked
package io.switchlog.bench.claim;

import org.jspecify.annotations.NullMarked;
