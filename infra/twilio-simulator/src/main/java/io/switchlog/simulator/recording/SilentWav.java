package io.switchlog.simulator.recording;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A tenth of a second of silence as WAV (RIFF, PCM, 16 bit, mono, 8 kHz: telephone quality). */
public final class SilentWav {
    private static final int SAMPLES_PER_SECOND = 8_000;
    private static final int BYTES_PER_SAMPLE = 2;
    private static final int DATA_BYTES = SAMPLES_PER_SECOND / 10 * BYTES_PER_SAMPLE;
    private static final int HEADER_BYTES = 44;

    private SilentWav() {}

    public static byte[] bytes() {
        return ByteBuffer.allocate(HEADER_BYTES + DATA_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(US_ASCII))
                .putInt(HEADER_BYTES - 8 + DATA_BYTES)
                .put("WAVEfmt ".getBytes(US_ASCII))
                .putInt(16) // bytes of the format chunk
                .putShort((short) 1) // PCM
                .putShort((short) 1) // channels
                .putInt(SAMPLES_PER_SECOND)
                .putInt(SAMPLES_PER_SECOND * BYTES_PER_SAMPLE)
                .putShort((short) BYTES_PER_SAMPLE)
                .putShort((short) (8 * BYTES_PER_SAMPLE))
                .put("data".getBytes(US_ASCII))
                .putInt(DATA_BYTES)
                .array();
    }
}
