/**
 * The fold of a workspace's events into its board: what agents see of their calls and of each other. Pure; the gateway, the
 * projection and the simulation share it, so that there is one meaning of an event.
 */
@NullMarked
package io.switchlog.board;

import org.jspecify.annotations.NullMarked;
