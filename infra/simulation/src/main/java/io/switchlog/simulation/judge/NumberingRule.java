package io.switchlog.simulation.judge;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Sequence, hash chain and time of each workspace. */
final class NumberingRule implements Rule {

    private static final Place START = new Place(0, "0".repeat(64), Long.MIN_VALUE);

    private final Findings findings;
    private final Map<String, Place> places = new HashMap<>();

    NumberingRule(Findings findings) {
        this.findings = findings;
    }

    private record Place(long sequence, String hash, long at) {}

    @Override
    public void before(Event event, LogView log) {
        Place last = places.getOrDefault(event.workspace(), START);
        findings.require(event.sequence() == last.sequence() + 1, Invariant.SEQUENCE_HAS_NO_GAPS, event);
        findings.require(
                event.json().path("previousHash").asString().equals(last.hash()), Invariant.HASHES_CHAIN, event);
        findings.require(event.at() >= last.at(), Invariant.TIME_NEVER_RUNS_BACK, event);
        places.put(
                event.workspace(),
                new Place(event.sequence(), sha256(event.record().value()), event.at()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
