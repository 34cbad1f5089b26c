@NullMarked
package io.switchlog.simulator.twiml;

import org.jspecify.annotations.NullMarked;
