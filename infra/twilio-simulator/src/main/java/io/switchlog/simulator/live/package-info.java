/** Live streams: that something has changed, and server-sent events of what it is now. */
@NullMarked
package io.switchlog.simulator.live;

import org.jspecify.annotations.NullMarked;
