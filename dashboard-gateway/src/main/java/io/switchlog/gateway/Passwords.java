package io.switchlog.gateway;

import java.nio.charset.StandardCharsets;

/** What may be a password. */
public final class Passwords {

    /** The demo's passwords have four characters; whoever wants more says so to their operators. */
    private static final int MIN_BYTES = 4;

    /** BCrypt looks at no more. */
    private static final int MAX_BYTES = 72;

    /** For people. */
    public static final String EXPECTED = MIN_BYTES + " to " + MAX_BYTES + " bytes";

    private Passwords() {}

    public static boolean isAcceptable(String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        return bytes >= MIN_BYTES && bytes <= MAX_BYTES;
    }
}
