package io.switchlog.ingress.webhook;

import io.switchlog.client.CallerDetails;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.Personal;
import io.switchlog.ingress.IngressSettingsFixture;
import io.switchlog.ingress.ScriptedLog;
import io.switchlog.ingress.calls.LiveCalls;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/** The service as it runs, with a scripted log in place of Kafka. Started once for all tests. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "io.switchlog.ingress",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(IngressApplication|LogConfiguration|CallControlConfiguration)"))
class WebhookServer {

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
    private static final ConfigurableApplicationContext CONTEXT = start();

    static ScriptedLog log() {
        return CONTEXT.getBean(ScriptedLog.class);
    }

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static int port() {
        return CONTEXT.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    static Instant now() {
        return NOW.get();
    }

    static void setNow(Instant instant) {
        NOW.set(instant);
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(WebhookServer.class)
                .properties(IngressSettingsFixture.ENVIRONMENT)
                .properties(Map.of(
                        "spring.config.name", "ingress-service",
                        // The health of Kafka is not asked here.
                        "management.endpoint.health.validate-group-membership", "false"))
                .run("--server.port=0");
    }

    @Bean
    ScriptedLog scriptedLog(LiveCalls calls) {
        return new ScriptedLog(calls);
    }

    @Bean
    @Primary
    Clock settableClock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("nobody asks for it");
            }

            @Override
            public Instant instant() {
                return NOW.get();
            }
        };
    }

    /** Seals so that a test can look inside: the ciphertext is the clear text in base64, under a key named after the number. */
    @Bean
    CallerSeal openSeal() {
        return new CallerSeal() {
            @Override
            public CompletableFuture<Personal> seal(CallerDetails caller) {
                return seal(caller.number(), LogCodec.mapper().writeValueAsBytes(caller));
            }

            @Override
            public CompletableFuture<Personal> seal(String number, byte[] clear) {
                return CompletableFuture.completedFuture(new Personal(
                        "key of " + number,
                        "pseudonym of " + number,
                        Base64.getEncoder().encodeToString(clear)));
            }

            @Override
            public Optional<CallerDetails> openCaller(Personal caller) {
                return Optional.of(LogCodec.mapper().readValue(opened(caller), CallerDetails.class));
            }
        };
    }

    static String opened(Personal personal) {
        return new String(Base64.getDecoder().decode(personal.ciphertext()), StandardCharsets.UTF_8);
    }
}
