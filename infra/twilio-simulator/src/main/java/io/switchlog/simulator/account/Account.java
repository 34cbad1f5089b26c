package io.switchlog.simulator.account;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The account, and what is configured at its one phone number; all URLs are absolute and called with POST.
 *
 * @param apiKey what REST may be signed in with instead of the account's SID and token, if set
 * @param voiceUrl asked for TwiML when a call comes in
 * @param statusCallbackUrl told when a caller's leg is over, if set
 * @param voiceFallbackUrl asked for TwiML when another request for it failed, if set
 */
public record Account(
        String sid,
        String authToken,
        @Nullable ApiKey apiKey,
        URI voiceUrl,
        @Nullable URI statusCallbackUrl,
        @Nullable URI voiceFallbackUrl) {

    /** The version of Twilio's API, a parameter of every webhook and part of every REST path. */
    public static final String API_VERSION = "2010-04-01";

    /** A key's SID and its secret, as https://www.twilio.com/docs/iam/api-keys has them. */
    public record ApiKey(String sid, String secret) {
        /** Leaves the secret out, too. */
        @Override
        public String toString() {
            return sid;
        }
    }

    /** Leaves the token out, so that no log line ever carries it. */
    @Override
    public String toString() {
        return "Account[" + sid + "]";
    }
}
