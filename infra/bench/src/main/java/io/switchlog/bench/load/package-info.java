/** Load whose arrival was fixed beforehand, and the latencies measured against it. */
@NullMarked
package io.switchlog.bench.load;

import org.jspecify.annotations.NullMarked;
