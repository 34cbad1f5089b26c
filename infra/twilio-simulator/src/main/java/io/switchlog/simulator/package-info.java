/** Twilio's side of a phone call, played by a process of its own. */
@NullMarked
package io.switchlog.simulator;

import org.jspecify.annotations.NullMarked;
