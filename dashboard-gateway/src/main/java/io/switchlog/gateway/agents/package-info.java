/** The agents of a workspace, and what they say of themselves. */
@NullMarked
package io.switchlog.gateway.agents;

import org.jspecify.annotations.NullMarked;
