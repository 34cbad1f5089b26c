@NullMarked
package io.switchlog.simulator.webhook;

import org.jspecify.annotations.NullMarked;
