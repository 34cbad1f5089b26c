/** What an agent, a caller and Twilio see of the running stack. */
@NullMarked
package io.switchlog.acceptance;

import org.jspecify.annotations.NullMarked;
