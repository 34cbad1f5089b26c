/** As much of the telephone network as the benches need, straight through the ingress's webhooks. */
@NullMarked
package io.switchlog.bench.phone;

import org.jspecify.annotations.NullMarked;
