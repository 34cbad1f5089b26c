/** What Twilio shall do next on a leg. Written from the state of the call alone, never from one decision. */
@NullMarked
package io.switchlog.ingress.twiml;

import org.jspecify.annotations.NullMarked;
