package io.switchlog.simulator.account;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Reads the account from the environment, and refuses to start with one line that names all that is wrong with it: before
 * any bean is made, so that nothing else complains.
 */
public final class AccountSettings implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext context) {
        Account account = read(context.getEnvironment());
        context.registerBean(Account.class, () -> account);
    }

    private static Account read(Environment environment) {
        List<String> wrong = new ArrayList<>();
        String sid = required("TWILIO_ACCOUNT_SID", environment, wrong);
        String token = required("TWILIO_AUTH_TOKEN", environment, wrong);
        Account.ApiKey apiKey = apiKey(environment, wrong);
        required("VOICE_URL", environment, wrong);
        URI voiceUrl = url("VOICE_URL", environment, wrong);
        URI statusCallbackUrl = url("STATUS_CALLBACK_URL", environment, wrong);
        URI voiceFallbackUrl = url("VOICE_FALLBACK_URL", environment, wrong);
        if (voiceUrl == null || !wrong.isEmpty()) {
            throw new RefusedSettings(wrong);
        }
        return new Account(sid, token, apiKey, voiceUrl, statusCallbackUrl, voiceFallbackUrl);
    }

    private static Account.@Nullable ApiKey apiKey(Environment environment, List<String> wrong) {
        String sid = environment.getProperty("TWILIO_API_KEY_SID", "");
        String secret = environment.getProperty("TWILIO_API_KEY_SECRET", "");
        if (sid.isBlank() != secret.isBlank()) {
            wrong.add((sid.isBlank() ? "TWILIO_API_KEY_SID" : "TWILIO_API_KEY_SECRET")
                    + " is not set, but its other half is");
        }
        return sid.isBlank() ? null : new Account.ApiKey(sid, secret);
    }

    private static String required(String name, Environment environment, List<String> wrong) {
        String value = environment.getProperty(name, "");
        if (value.isBlank()) {
            wrong.add(name + " is not set");
        }
        return value;
    }

    private static @Nullable URI url(String name, Environment environment, List<String> wrong) {
        String value = environment.getProperty(name, "");
        if (value.isBlank()) {
            return null;
        }
        if (!value.matches("https?://[^\\s/]+\\S*")) {
            wrong.add(name + " is not an absolute http or https URL");
            return null;
        }
        return URI.create(value);
    }
}
