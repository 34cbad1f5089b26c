/** Decisions that no webhook's answer can deliver, carried out over Twilio's REST interface. */
@NullMarked
package io.switchlog.ingress.callcontrol;

import org.jspecify.annotations.NullMarked;
