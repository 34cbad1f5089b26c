package io.switchlog.simulation.log;

import java.time.Instant;

/**
 * A record of the command topic.
 *
 * @param offset has gaps, where transactions ended
 * @param time LogAppendTime
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record CommandRecord(long offset, Instant time, byte[] value) {}
