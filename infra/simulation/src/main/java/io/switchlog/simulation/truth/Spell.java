package io.switchlog.simulation.truth;

/** A trouble that lasts for a while; times in milliseconds since the day's beginning. */
record Spell(Trouble what, long fromMillis, long toMillis) {}
