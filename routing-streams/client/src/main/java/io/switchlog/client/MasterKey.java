package io.switchlog.client;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What hangs on the one secret of an installation: callers' pseudonyms, and the wrapping of their keys. Each use has a key
 * of its own, derived with HKDF (RFC 5869). With another master key pseudonyms differ and no wrapped key opens.
 */
final class MasterKey {

    static final int BYTES = 32;

    private static final String HMAC = "HmacSHA256";

    /** 128 bits of the HMAC's 256: no two callers will ever share them. */
    private static final int PSEUDONYM_BYTES = 16;

    private static final byte[] NO_SALT = {};

    private final SecretKeySpec pseudonymKey;
    private final Aead wrapping;

    MasterKey(byte[] masterKey) {
        if (masterKey.length != BYTES) {
            throw new IllegalArgumentException(
                    "master key: expected " + BYTES + " bytes, but there are " + masterKey.length);
        }
        try {
            this.pseudonymKey = new SecretKeySpec(derive(masterKey, "switchlog caller pseudonym v1"), HMAC);
            this.wrapping = new AesGcmJce(derive(masterKey, "switchlog caller key wrapping v1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256 and AES-GCM", e);
        }
    }

    /** 32 hex digits, the same for the same number; nobody without the master key can find the number by trying them all. */
    String pseudonymOf(String number) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(pseudonymKey);
            byte[] hash = mac.doFinal(number.strip().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, PSEUDONYM_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    byte[] wrap(CallerKeyName name, byte[] key) throws GeneralSecurityException {
        return wrapping.encrypt(key, name.associatedData());
    }

    /**
     * The key that was wrapped under that name.
     *
     * @throws GeneralSecurityException when it was wrapped under another master key or name, or was altered
     */
    byte[] unwrap(CallerKeyName name, byte[] wrapped) throws GeneralSecurityException {
        return wrapping.decrypt(wrapped, name.associatedData());
    }

    private static byte[] derive(byte[] masterKey, String use) throws GeneralSecurityException {
        return Hkdf.computeHkdf(HMAC, masterKey, NO_SALT, use.getBytes(StandardCharsets.UTF_8), BYTES);
    }
}
