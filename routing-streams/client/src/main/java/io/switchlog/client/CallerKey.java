package io.switchlog.client;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import io.switchlog.contract.Personal;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

/** One key of one caller, AES-256-GCM; kept wrapped, and in the clear only while it is at work. */
final class CallerKey {

    private static final int KEY_BYTES = 32;

    /** Ids need only differ among the few keys of one caller. */
    private static final int KEY_ID_BYTES = 8;

    private final MasterKey masterKey;
    private final CallerKeyName name;
    private final byte[] wrapped;

    private CallerKey(MasterKey masterKey, CallerKeyName name, byte[] wrapped) {
        this.masterKey = masterKey;
        this.name = name;
        this.wrapped = wrapped;
    }

    static CallerKey create(MasterKey masterKey, String pseudonym) {
        CallerKeyName name = new CallerKeyName(pseudonym, HexFormat.of().formatHex(Random.randBytes(KEY_ID_BYTES)));
        try {
            return new CallerKey(masterKey, name, masterKey.wrap(name, Random.randBytes(KEY_BYTES)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a new key can always be wrapped", e);
        }
    }

    /**
     * A key as it was read.
     *
     * @throws UnusableRecordException when this master key does not open it
     */
    static CallerKey read(MasterKey masterKey, CallerKeyName name, byte[] wrapped) {
        CallerKey key = new CallerKey(masterKey, name, wrapped);
        try {
            key.aead();
        } catch (GeneralSecurityException e) {
            throw new UnusableRecordException("the key was wrapped under another master key, or altered", e);
        }
        return key;
    }

    CallerKeyName name() {
        return name;
    }

    byte[] wrapped() {
        return wrapped.clone();
    }

    Personal seal(byte[] clear) {
        try {
            byte[] ciphertext = aead().encrypt(clear, name.associatedData());
            return new Personal(
                    name.keyId(), name.pseudonym(), Base64.getEncoder().encodeToString(ciphertext));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was unwrapped before can seal", e);
        }
    }

    /**
     * The clear content.
     *
     * @throws IllegalArgumentException when the ciphertext was not sealed under this key, or was altered
     */
    byte[] open(Personal personal) {
        try {
            return aead().decrypt(Base64.getDecoder().decode(personal.ciphertext()), name.associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("ciphertext: not sealed under key " + name.recordKey(), e);
        }
    }

    private Aead aead() throws GeneralSecurityException {
        return new AesGcmJce(masterKey.unwrap(name, wrapped));
    }
}
