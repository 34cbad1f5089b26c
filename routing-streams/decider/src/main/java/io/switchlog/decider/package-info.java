/**
 * The pure core. {@link io.switchlog.decider.Decider#decide} turns a state and a command into events; folding events into
 * the state is {@link io.switchlog.decider.state.Evolution}'s part. Nothing here reads a clock, a random number, a setting
 * or another topic, so that anyone can repeat any decision from the log alone.
 */
@NullMarked
package io.switchlog.decider;

import org.jspecify.annotations.NullMarked;
