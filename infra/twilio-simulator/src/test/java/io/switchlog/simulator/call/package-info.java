@NullMarked
package io.switchlog.simulator.call;

import org.jspecify.annotations.NullMarked;
