/** The agents' devices that are registered with Twilio. */
@NullMarked
package io.switchlog.simulator.device;

import org.jspecify.annotations.NullMarked;
