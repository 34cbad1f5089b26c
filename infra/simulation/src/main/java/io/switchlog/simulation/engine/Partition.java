package io.switchlog.simulation.engine;

/**
 * The partition that all workspaces of a history belong to.
 *
 * @param count how many partitions the topics have
 */
public record Partition(int number, int count) {}
