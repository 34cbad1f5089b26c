package io.switchlog.contract;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Links each event to the stored bytes of the one before, so that nobody can change, drop or insert one unseen. */
public final class EventChain {

    /** What the first event of a workspace names as its predecessor. */
    public static final String GENESIS = "0".repeat(64);

    private EventChain() {}

    /** The hash that the workspace's next event must carry, given the bytes of this one. */
    public static String hashOf(byte[] storedEvent) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(storedEvent));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
