/** What Twilio tells and asks us over HTTP. */
@NullMarked
package io.switchlog.ingress.webhook;

import org.jspecify.annotations.NullMarked;
