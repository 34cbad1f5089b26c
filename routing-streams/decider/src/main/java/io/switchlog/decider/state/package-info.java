/** What the decider knows of a workspace, and how each event changes it. */
@NullMarked
package io.switchlog.decider.state;

import org.jspecify.annotations.NullMarked;
