package io.switchlog.ingress;

import java.util.Map;

/** The environment of a test installation. */
public final class IngressSettingsFixture {

    public static final String AUTH_TOKEN = "12345";
    public static final String PUBLIC_BASE_URL = "https://calls.example.test";

    public static final Map<String, Object> ENVIRONMENT = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "localhost:9092",
            "TWILIO_ACCOUNT_SID", "AC1",
            "TWILIO_AUTH_TOKEN", AUTH_TOKEN,
            "PUBLIC_BASE_URL", PUBLIC_BASE_URL,
            "PERSONAL_DATA_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "WORKSPACE_NUMBERS", "+15550002=sales");

    private IngressSettingsFixture() {}
}
