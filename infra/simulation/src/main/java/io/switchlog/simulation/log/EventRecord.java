package io.switchlog.simulation.log;

import io.switchlog.contract.EventMessage;

/**
 * A record of the event topic.
 *
 * @param message the same, decoded
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record EventRecord(EventMessage message, byte[] bytes) {}
