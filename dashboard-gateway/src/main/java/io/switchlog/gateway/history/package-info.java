/** The past at hand: calls, the story of each, and the messages that callers left, from the read models in Postgres. */
@NullMarked
package io.switchlog.gateway.history;

import org.jspecify.annotations.NullMarked;
