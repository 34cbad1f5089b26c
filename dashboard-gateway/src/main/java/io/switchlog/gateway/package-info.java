/** The API and the live stream for agents. */
@NullMarked
package io.switchlog.gateway;

import org.jspecify.annotations.NullMarked;
