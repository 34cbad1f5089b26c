/** The one Twilio account and phone number that the simulator plays, from the environment. */
@NullMarked
package io.switchlog.simulator.account;

import org.jspecify.annotations.NullMarked;
