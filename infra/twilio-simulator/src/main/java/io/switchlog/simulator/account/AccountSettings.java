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
        required("VOICE_URL", environment, wrong);
        URI voiceUrl = url("VOICE_URL", environment, wrong);
        URI statusCallbackUrl = url("STATUS_CALLBACK_URL", environment, wrong);
        URI voiceFallbackUrl = url("VOICE_FALLBACK_URL", environment, wrong);
        if (voiceUrl == null || !wrong.isEmpty()) {
            throw new RefusedSettings(wrong);
        }
        return new Account(sid, token, voiceUrl, statusCallbackUrl, voiceFallbackUrl);
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
