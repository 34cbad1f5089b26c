package io.switchlog.ingress.settings;

import io.switchlog.client.settings.InvalidSettingException;
import io.switchlog.contract.WorkspacePartition;
import io.switchlog.ingress.twiml.Links;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What differs between installations, as read from the environment.
 *
 * @param twilioAuthToken signs Twilio's webhooks
 * @param twilioRest what REST requests sign in with: an API key where there is one, else the account and its token
 * @param publicBaseUrl where Twilio reaches us, without a slash at the end; signatures are checked against it, never against
 *     request headers
 * @param holdMusicUrl what parked callers hear, fetched by Twilio
 * @param personalDataKey 32 bytes under which callers' keys are wrapped
 * @param workspaceNumbers which workspace owns a number that callers dial
 * @param defaultWorkspace owns all other numbers
 * @param silentCall after how long without news Twilio is asked about a live call
 */
public record IngressSettings(
        String kafkaBootstrapServers,
        String twilioAccountSid,
        String twilioAuthToken,
        Credentials twilioRest,
        String twilioApiBaseUrl,
        String publicBaseUrl,
        String holdMusicUrl,
        SecretKey personalDataKey,
        Map<String, String> workspaceNumbers,
        String defaultWorkspace,
        Duration silentCall) {

    private static final Pattern ACCOUNT_SID = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("\\+[0-9]{3,15}");
    private static final int KEY_BYTES = 32;

    /** User and password of HTTP basic authentication. */
    public record Credentials(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * Reads all settings.
     *
     * @param environment gives a setting by its name, null or blank where it is not set
     * @throws InvalidSettingException naming the first one that is missing or wrong
     */
    public static IngressSettings read(Function<String, @Nullable String> environment) {
        Source source = new Source(environment);
        String accountSid = source.matching(
                "TWILIO_ACCOUNT_SID", ACCOUNT_SID, "the account's SID, AC followed by letters and digits");
        String authToken = source.required("TWILIO_AUTH_TOKEN", "the account's auth token");
        String publicBaseUrl = source.baseUrl("PUBLIC_BASE_URL", null);
        return new IngressSettings(
                source.required("KAFKA_BOOTSTRAP_SERVERS", "host:port of at least one broker"),
                accountSid,
                authToken,
                restCredentials(source, accountSid, authToken),
                source.baseUrl("TWILIO_API_BASE_URL", "https://api.twilio.com"),
                publicBaseUrl,
                source.url("HOLD_MUSIC_URL", publicBaseUrl + Links.HOLD_MUSIC),
                key(source),
                workspaceNumbers(source),
                workspace("DEFAULT_WORKSPACE", source.or("DEFAULT_WORKSPACE", "demo")),
                silentCall(source));
    }

    /** What every Kafka client of this service starts from. */
    public Map<String, Object> kafkaProperties() {
        return Map.of("bootstrap.servers", kafkaBootstrapServers, "client.id", "ingress-service");
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "IngressSettings[" + kafkaBootstrapServers + ", " + twilioAccountSid + ", " + publicBaseUrl + "]";
    }

    private static Credentials restCredentials(Source source, String accountSid, String authToken) {
        String keySid = source.or("TWILIO_API_KEY_SID", "");
        String secret = source.or("TWILIO_API_KEY_SECRET", "");
        if (keySid.isEmpty() && secret.isEmpty()) {
            return new Credentials(accountSid, authToken);
        }
        return new Credentials(
                source.required("TWILIO_API_KEY_SID", "the key's SID, since TWILIO_API_KEY_SECRET is set"),
                source.required("TWILIO_API_KEY_SECRET", "the key's secret, since TWILIO_API_KEY_SID is set"));
    }

    private static SecretKey key(Source source) {
        String expected = "base64 of " + KEY_BYTES + " random bytes";
        String text = source.required("PERSONAL_DATA_KEY", expected);
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException e) {
            // Said below; the decoder's own message would quote the key.
        }
        throw new InvalidSettingException("PERSONAL_DATA_KEY", expected);
    }

    private static Map<String, String> workspaceNumbers(Source source) {
        Map<String, String> numbers = new HashMap<>();
        String text = source.or("WORKSPACE_NUMBERS", "");
        for (String entry : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] parts = entry.strip().split("=", 2);
            if (parts.length != 2 || !NUMBER.matcher(parts[0]).matches()) {
                throw new InvalidSettingException(
                        "WORKSPACE_NUMBERS", "+15550001=sales,+15550002=support and the like");
            }
            numbers.put(parts[0], workspace("WORKSPACE_NUMBERS", parts[1]));
        }
        return Map.copyOf(numbers);
    }

    private static Duration silentCall(Source source) {
        String seconds = source.or("SILENT_CALL_SECONDS", "60");
        if (!seconds.matches("[1-9][0-9]{1,3}")) {
            throw new InvalidSettingException("SILENT_CALL_SECONDS", "10 to 9999");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private static String workspace(String name, String workspace) {
        if (!WorkspacePartition.isValidName(workspace)) {
            throw new InvalidSettingException(name, "a workspace of lower-case letters, digits and hyphens");
        }
        return workspace;
    }

    private record Source(Function<String, @Nullable String> environment) {

        String or(String name, String fallback) {
            String value = environment.apply(name);
            return value == null || value.isBlank() ? fallback : value.strip();
        }

        String required(String name, String expected) {
            String value = or(name, "");
            if (value.isEmpty()) {
                throw new InvalidSettingException(name, expected + ", but it is not set");
            }
            return value;
        }

        String matching(String name, Pattern pattern, String expected) {
            String value = required(name, expected);
            if (!pattern.matcher(value).matches()) {
                throw new InvalidSettingException(name, expected);
            }
            return value;
        }

        String url(String name, String fallback) {
            String value = or(name, fallback);
            if (httpUri(value) == null) {
                throw new InvalidSettingException(name, "an absolute http or https URL");
            }
            return value;
        }

        /** A URL that others are made from, by adding a path. */
        String baseUrl(String name, @Nullable String fallback) {
            String expected = "an absolute http or https URL without query and percent escapes";
            String value = fallback == null ? required(name, expected) : or(name, fallback);
            URI uri = httpUri(value);
            if (uri == null || uri.getRawQuery() != null || uri.getRawFragment() != null || value.contains("%")) {
                throw new InvalidSettingException(name, expected);
            }
            return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
        }

        private static @Nullable URI httpUri(String value) {
            try {
                URI uri = new URI(value);
                boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
                return http && uri.getHost() != null ? uri : null;
            } catch (URISyntaxException notAUri) {
                return null;
            }
        }
    }
}
