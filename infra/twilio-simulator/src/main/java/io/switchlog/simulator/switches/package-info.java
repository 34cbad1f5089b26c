/** What Twilio leaves open, and what goes wrong on a bad day, as switches that a test may throw for all calls or for one. */
@NullMarked
package io.switchlog.simulator.switches;

import org.jspecify.annotations.NullMarked;
