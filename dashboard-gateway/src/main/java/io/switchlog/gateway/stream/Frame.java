package io.switchlog.gateway.stream;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bytes of one live event: made once, by the first stream that wants them, and never by the tail's thread. */
final class Frame {

    private final long sequence;
    private final Supplier<byte[]> text;
    private byte @Nullable [] bytes;

    Frame(long sequence, Supplier<byte[]> text) {
        this.sequence = sequence;
        this.text = text;
    }

    long sequence() {
        return sequence;
    }

    synchronized byte[] bytes() {
        if (bytes == null) {
            bytes = text.get();
        }
        return bytes;
    }
}
