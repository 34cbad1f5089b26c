/** What an agent, a caller, Twilio and the one who starts it all do with a running stack, from outside. */
@NullMarked
package io.switchlog.driver;

import org.jspecify.annotations.NullMarked;
