@NullMarked
package io.switchlog.simulator.live;

import org.jspecify.annotations.NullMarked;
