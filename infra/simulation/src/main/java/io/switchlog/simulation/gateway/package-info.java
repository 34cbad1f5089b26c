/** A small model of the gateway: clicks become commands, and screens follow the log. */
@NullMarked
package io.switchlog.simulation.gateway;

import org.jspecify.annotations.NullMarked;
