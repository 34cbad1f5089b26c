package io.switchlog.ingress;

import io.switchlog.client.CallerDetails;
import io.switchlog.client.CallerKeys;
import io.switchlog.client.CommandLog;
import io.switchlog.client.EventTail;
import io.switchlog.contract.Personal;
import io.switchlog.ingress.calls.LiveCalls;
import io.switchlog.ingress.decisions.CommandSink;
import io.switchlog.ingress.settings.IngressSettings;
import io.switchlog.ingress.webhook.CallerSeal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties the service to the log. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    /** Twilio ends calls after 24 hours, see https://www.twilio.com/docs/voice/twiml/dial#timelimit: whatever lives began since. */
    private static final Duration LONGEST_CALL = Duration.ofHours(25);

    @Bean(destroyMethod = "close")
    CommandLog commandLog(IngressSettings settings) {
        return new CommandLog(settings.kafkaProperties(), "/ingress-service");
    }

    @Bean
    CommandSink commandSink(CommandLog commandLog) {
        return commandLog::submit;
    }

    /** The view comes first: whoever learns of a decision finds it there. */
    @Bean(initMethod = "start", destroyMethod = "close")
    EventTail eventTail(IngressSettings settings, Clock clock, LiveCalls calls, CommandLog commandLog) {
        return new EventTail(
                settings.kafkaProperties(), clock.instant().minus(LONGEST_CALL), List.of(calls, commandLog));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    CallerKeys callerKeys(IngressSettings settings) {
        return new CallerKeys(
                settings.kafkaProperties(), settings.personalDataKey().getEncoded());
    }

    @Bean
    CallerSeal callerSeal(CallerKeys keys) {
        return new CallerSeal() {
            @Override
            public CompletableFuture<Personal> seal(CallerDetails caller) {
                return keys.seal(caller);
            }

            @Override
            public CompletableFuture<Personal> seal(String number, byte[] clear) {
                return keys.seal(number, clear);
            }

            @Override
            public Optional<CallerDetails> openCaller(Personal caller) {
                return keys.openCaller(caller);
            }
        };
    }

    @Bean
    HealthIndicator eventTailHealthIndicator(EventTail tail) {
        return () -> health(tail::isCaughtUp, tail::failure);
    }

    @Bean
    HealthIndicator callerKeysHealthIndicator(CallerKeys keys) {
        return () -> health(keys::isCaughtUp, keys::failure);
    }

    private static Health health(BooleanSupplier caughtUp, Supplier<Optional<String>> failure) {
        return failure.get()
                .map(what -> Health.down().withDetail("failure", what).build())
                .orElseGet(() -> caughtUp.getAsBoolean()
                        ? Health.up().build()
                        : Health.outOfService()
                                .withDetail("state", "catching up")
                                .build());
    }
}
