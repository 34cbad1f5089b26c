/** Twilio's REST API, as far as a call router needs it. */
@NullMarked
package io.switchlog.simulator.rest;

import org.jspecify.annotations.NullMarked;
