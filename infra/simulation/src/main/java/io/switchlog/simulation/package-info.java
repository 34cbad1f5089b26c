/** The production decider in a simulated world: one seed tells one history, and an independent judge says what it thinks of it. */
@NullMarked
package io.switchlog.simulation;

import org.jspecify.annotations.NullMarked;
