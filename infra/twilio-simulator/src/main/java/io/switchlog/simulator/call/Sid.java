package io.switchlog.simulator.call;

import java.util.UUID;

/** Twilio's identifiers: two letters for the kind, and 32 hexadecimal digits. */
final class Sid {
    private Sid() {}

    static String call() {
        return random("CA");
    }

    static String recording() {
        return random("RE");
    }

    static String transcription() {
        return random("TR");
    }

    private static String random(String kind) {
        return kind + UUID.randomUUID().toString().replace("-", "");
    }
}
