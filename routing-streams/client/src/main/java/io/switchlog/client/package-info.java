/** How a service talks to the log: it appends commands, waits for their decisions, tails events and seals what is personal. */
@NullMarked
package io.switchlog.client;

import org.jspecify.annotations.NullMarked;
