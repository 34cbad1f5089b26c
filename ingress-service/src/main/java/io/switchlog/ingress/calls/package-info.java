/** The calls as the log has them right now: what TwiML and call control are made from. */
@NullMarked
package io.switchlog.ingress.calls;

import org.jspecify.annotations.NullMarked;
