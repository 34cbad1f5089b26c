/** What Twilio leaves open, as switches that a test may set. */
@NullMarked
package io.switchlog.simulator.switches;

import org.jspecify.annotations.NullMarked;
