package io.switchlog.contract;

/**
 * Something about a caller that must never stand in the log in clear (number, name, words on the voicemail). The log keeps
 * the ciphertext for ever; once the caller's key is erased nobody can read it, and the log still verifies.
 *
 * @param keyId which of the caller's keys opens it
 * @param pseudonym keyed hash of the caller's number: equal for equal callers, and all that the decider may compare
 * @param ciphertext base64, authenticated (AES-GCM)
 */
public record Personal(String keyId, String pseudonym, String ciphertext) {}
