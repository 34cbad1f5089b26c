package io.switchlog.projection.follow;

/**
 * A place of a partition that the projection must not go past.
 *
 * @param reason topic, partition, offset, workspace and sequence as far as they are known, and the cause; never what the event
 *     says, which may be personal
 */
public record Stop(long offset, String reason) {}
