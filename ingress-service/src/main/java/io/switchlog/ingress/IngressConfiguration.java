package io.switchlog.ingress;

import io.switchlog.ingress.calls.LiveCalls;
import io.switchlog.ingress.settings.IngressSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What all parts of the service share. */
@Configuration(proxyBeanMethods = false)
class IngressConfiguration {

    @Bean
    IngressSettings ingressSettings(Environment environment) {
        return IngressSettings.read(environment::getProperty);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LiveCalls liveCalls() {
        return new LiveCalls();
    }
}
