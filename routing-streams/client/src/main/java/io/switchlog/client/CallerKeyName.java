package io.switchlog.client;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names one key of one caller.
 *
 * @param keyId random, so that two instances that make a key for one caller at once make two
 */
record CallerKeyName(String pseudonym, String keyId) {

    private static final Pattern RECORD_KEY = Pattern.compile("([0-9a-f]{32})/([0-9a-f]{16})");

    /**
     * Reads the key of a record.
     *
     * @throws UnusableRecordException when it is none of ours
     */
    static CallerKeyName parse(@Nullable String recordKey) {
        Matcher matcher = RECORD_KEY.matcher(recordKey == null ? "" : recordKey);
        if (!matcher.matches()) {
            throw new UnusableRecordException("the record's key is not <pseudonym>/<keyId>");
        }
        return new CallerKeyName(matcher.group(1), matcher.group(2));
    }

    String recordKey() {
        return pseudonym + "/" + keyId;
    }

    /** Ties a ciphertext to this name: moved under another it does not open. */
    byte[] associatedData() {
        return recordKey().getBytes(StandardCharsets.UTF_8);
    }
}
