package io.switchlog.ingress.webhook;

import com.twilio.security.RequestValidator;
import io.micrometer.core.instrument.MeterRegistry;
import io.switchlog.ingress.calls.LiveCalls;
import io.switchlog.ingress.decisions.CommandSink;
import io.switchlog.ingress.decisions.Decisions;
import io.switchlog.ingress.settings.IngressSettings;
import io.switchlog.ingress.twiml.AgentTwiml;
import io.switchlog.ingress.twiml.CallerTwiml;
import io.switchlog.ingress.twiml.Links;
import io.switchlog.ingress.twiml.VoicemailTwiml;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Puts the webhooks together. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    /** Twilio gives a webhook 15 s in all; a caller hears nothing meanwhile, so we stop waiting much earlier. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    FilterRegistrationBean<SignatureFilter> signatureFilter(
            IngressSettings settings,
            WebhookMetrics metrics,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        FilterRegistrationBean<SignatureFilter> registration = new FilterRegistrationBean<>(new SignatureFilter(
                new RequestValidator(settings.twilioAuthToken()), settings.publicBaseUrl(), metrics, problems));
        registration.addUrlPatterns("/twilio/*");
        return registration;
    }

    @Bean
    WebhookMetrics webhookMetrics(MeterRegistry registry) {
        return new WebhookMetrics(registry);
    }

    @Bean
    Decisions decisions(CommandSink sink) {
        return new Decisions(sink, PATIENCE);
    }

    @Bean
    Workspaces workspaces(LiveCalls calls, IngressSettings settings) {
        return new Workspaces(calls, settings.workspaceNumbers(), settings.defaultWorkspace());
    }

    @Bean
    CallerLeg callerLeg(
            Decisions decisions, LiveCalls calls, IngressSettings settings, Clock clock, WebhookMetrics metrics) {
        Links links = new Links(settings.publicBaseUrl());
        CallerTwiml twiml = new CallerTwiml(links, settings.holdMusicUrl());
        return new CallerLeg(decisions, calls, twiml, new Hold(twiml, new VoicemailTwiml(links), clock), metrics);
    }

    @Bean
    StatusCallbacks statusCallbacks(Decisions decisions, WebhookMetrics metrics) {
        return new StatusCallbacks(decisions, metrics);
    }

    @Bean
    AgentTwiml agentTwiml(IngressSettings settings) {
        return new AgentTwiml(new Links(settings.publicBaseUrl()));
    }
}
