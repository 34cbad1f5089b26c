/** The simulator from outside: a server of webhooks on one side, its API and REST on the other. */
@NullMarked
package io.switchlog.simulator;

import org.jspecify.annotations.NullMarked;
