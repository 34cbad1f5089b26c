package io.switchlog.decider;

import io.switchlog.contract.Event;
import io.switchlog.decider.state.Changes;
import java.time.Instant;
import java.util.List;

/**
 * What follows from one command.
 *
 * @param firstSequence number of the first event in its workspace; the others follow
 * @param at the workspace's time
 * @param events at least one, unless the command was a sign of life that tells nothing new
 * @param changes what the command changes in the state
 */
public record Decision(long firstSequence, Instant at, List<Event> events, Changes changes) {}
