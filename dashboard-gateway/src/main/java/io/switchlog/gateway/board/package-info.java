/** What the agents of a workspace see: its calls and its agents, folded from the log. */
@NullMarked
package io.switchlog.gateway.board;

import org.jspecify.annotations.NullMarked;
