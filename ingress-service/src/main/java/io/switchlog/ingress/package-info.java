/** Twilio's edge, both ways: webhooks to commands, decisions to TwiML, decisions to call control. */
@NullMarked
package io.switchlog.ingress;

import org.jspecify.annotations.NullMarked;
