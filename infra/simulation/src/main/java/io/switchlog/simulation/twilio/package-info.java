/**
 * Twilio, as far as its documentation and measurements tell: callers' legs that run documents, Dials with their legs,
 * recordings, webhooks, and REST. What no source tells is drawn per history.
 */
@NullMarked
package io.switchlog.simulation.twilio;

import org.jspecify.annotations.NullMarked;
