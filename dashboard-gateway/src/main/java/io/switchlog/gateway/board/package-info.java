/** What the agents of a workspace see: the boards that we keep, and their JSON. */
@NullMarked
package io.switchlog.gateway.board;

import org.jspecify.annotations.NullMarked;
