package io.switchlog.simulator.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Twilio's {@code X-Twilio-Signature}: base64 of the HMAC-SHA1, under the auth token, of the exact URL and then of every
 * form parameter's name and value, sorted by name, without separators (Twilio, "Webhooks security").
 *
 * <p>It is written out here rather than taken from twilio-java, so that the simulator checks what that library accepts.
 */
final class Signature {
    private static final String ALGORITHM = "HmacSHA1";

    private Signature() {}

    /** Signs a request; {@code formParameters} is empty for GET, whose parameters are part of the URL. */
    static String of(String authToken, String url, Map<String, String> formParameters) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(formParameters)
                .forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(authToken.getBytes(UTF_8), ALGORITHM));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
