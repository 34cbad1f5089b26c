package io.switchlog.gateway;

import io.switchlog.client.settings.InvalidSettingException;
import io.switchlog.client.settings.SettingsReader;
import io.switchlog.contract.WorkspacePartition;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings of this service, by the names of the environment. */
public final class GatewaySettings {

    private static final int KEY_BYTES = 32;
    private static final Pattern BOOTSTRAP_SERVERS =
            Pattern.compile("[^\\s,:]+:\\d{1,5}(\\s*,\\s*[^\\s,:]+:\\d{1,5})*");
    private static final Pattern ACCOUNT_SID = Pattern.compile("AC[A-Za-z0-9]+");
    private static final Pattern API_KEY_SID = Pattern.compile("SK[A-Za-z0-9]+");
    private static final Pattern AGENT_ID = Pattern.compile("[A-Za-z0-9_]{1,121}");

    private final String kafkaBootstrapServers;
    private final byte[] personalDataKey;
    private final @Nullable URI publicBaseUrl;
    private final boolean sessionCookieSecure;
    private final String defaultWorkspace;
    private final @Nullable FirstOperator firstOperator;
    private final TwilioAccount twilio;

    private GatewaySettings(Function<String, @Nullable String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        kafkaBootstrapServers = reader.required(
                "KAFKA_BOOTSTRAP_SERVERS", "host:port, several with commas", matches(BOOTSTRAP_SERVERS));
        reader.required(
                "POSTGRES_URL", "jdbc:postgresql://host:port/database", url -> url.startsWith("jdbc:postgresql:"));
        reader.required("POSTGRES_USER", "a name", _ -> true);
        reader.required("POSTGRES_PASSWORD", "a password", _ -> true);
        personalDataKey = keyFrom(reader.required(
                "PERSONAL_DATA_KEY", KEY_BYTES + " bytes in base64", key -> keyFrom(key).length == KEY_BYTES));
        twilio = twilio(reader);
        String url = reader.optional("PUBLIC_BASE_URL", "http(s)://host", GatewaySettings::isWebAddress);
        publicBaseUrl = url == null ? null : URI.create(url);
        String secure = reader.optional(
                "SESSION_COOKIE_SECURE",
                "true or false",
                Pattern.compile("true|false").asMatchPredicate());
        sessionCookieSecure = secure == null ? url != null && url.startsWith("https:") : Boolean.parseBoolean(secure);
        String workspace = reader.optional(
                "DEFAULT_WORKSPACE", "lower-case letters, digits and hyphens", WorkspacePartition::isValidName);
        defaultWorkspace = workspace == null ? "demo" : workspace;
        String operator =
                reader.optional("OPERATOR_USERNAME", "letters, digits and underscores", GatewaySettings::isAgentId);
        String password = reader.optional("OPERATOR_PASSWORD", Passwords.EXPECTED, Passwords::isAcceptable);
        if ((operator == null) != (password == null)) {
            throw new InvalidSettingException(
                    operator == null ? "OPERATOR_USERNAME" : "OPERATOR_PASSWORD",
                    "to be set together with the other one");
        }
        firstOperator = operator == null || password == null ? null : new FirstOperator(operator, password);
    }

    /**
     * Where recordings are, and the key that opens them: an API key, since the account's token, which signs webhooks, is the
     * ingress's alone.
     *
     * @param baseUrl without a slash at its end
     */
    public record TwilioAccount(String accountSid, String apiKeySid, String apiKeySecret, String baseUrl) {

        /** Where devices register if not at Twilio: what stands in for its REST stands in for its devices. */
        public @Nullable String deviceUrl() {
            String host = URI.create(baseUrl).getHost();
            return host.equals("twilio.com") || host.endsWith(".twilio.com") ? null : baseUrl;
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "TwilioAccount[" + accountSid + ", " + apiKeySid + "]";
        }
    }

    /** Who is made at the first start. */
    public record FirstOperator(String username, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "FirstOperator[" + username + "]";
        }
    }

    /**
     * Reads the settings.
     *
     * @throws InvalidSettingException naming the first one that is missing or wrong
     */
    public static GatewaySettings from(Function<String, @Nullable String> environment) {
        return new GatewaySettings(environment);
    }

    /** What Twilio accepts as a client's identity, see https://www.twilio.com/docs/iam/access-tokens. */
    public static boolean isAgentId(String text) {
        return AGENT_ID.matcher(text).matches();
    }

    public String kafkaBootstrapServers() {
        return kafkaBootstrapServers;
    }

    public byte[] personalDataKey() {
        return personalDataKey.clone();
    }

    /** Where we are seen from outside, if somebody said so. */
    public @Nullable URI publicBaseUrl() {
        return publicBaseUrl;
    }

    /** Whether browsers shall send the session's cookie over TLS only. */
    public boolean sessionCookieSecure() {
        return sessionCookieSecure;
    }

    public String defaultWorkspace() {
        return defaultWorkspace;
    }

    public TwilioAccount twilio() {
        return twilio;
    }

    public @Nullable FirstOperator firstOperator() {
        return firstOperator;
    }

    private static Predicate<String> matches(Pattern pattern) {
        return pattern.asMatchPredicate();
    }

    private static TwilioAccount twilio(SettingsReader reader) {
        String baseUrl = reader.optional("TWILIO_API_BASE_URL", "http(s)://host", GatewaySettings::isWebAddress);
        return new TwilioAccount(
                reader.required(
                        "TWILIO_ACCOUNT_SID",
                        "the account's SID, AC followed by letters and digits",
                        matches(ACCOUNT_SID)),
                reader.required(
                        "TWILIO_API_KEY_SID", "the key's SID, SK followed by letters and digits", matches(API_KEY_SID)),
                reader.required("TWILIO_API_KEY_SECRET", "the key's secret", _ -> true),
                baseUrl == null ? "https://api.twilio.com" : baseUrl.replaceAll("/+$", ""));
    }

    private static byte[] keyFrom(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
