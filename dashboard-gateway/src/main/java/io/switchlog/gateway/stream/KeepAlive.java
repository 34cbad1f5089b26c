package io.switchlog.gateway.stream;

import java.nio.charset.StandardCharsets;

/** What is written to a stream that is silent, so that no proxy closes it, and that finds out that a reader has left. */
enum KeepAlive {
    /** Nobody hears it. */
    COMMENT(":\n\n"),
    /** A page hears it, and knows by its absence that the stream is dead where nothing else says so. It has no id. */
    EVENT("event: keep-alive\ndata: {}\n\n");

    private final String text;

    KeepAlive(String text) {
        this.text = text;
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
