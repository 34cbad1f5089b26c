/** The requests that Twilio makes: signed, timed out and sent in order as Twilio does. */
@NullMarked
package io.switchlog.simulator.webhook;

import org.jspecify.annotations.NullMarked;
