package io.switchlog.client;

/**
 * How far somebody has read a workspace's events.
 *
 * @param nextSequence of the first event that they do not know
 * @param nextOffset Kafka's offset after the last event that they know
 */
public record LogPosition(String workspace, long nextSequence, int partition, long nextOffset) {}
