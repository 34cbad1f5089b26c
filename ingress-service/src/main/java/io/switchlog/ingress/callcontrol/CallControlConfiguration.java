package io.switchlog.ingress.callcontrol;

import com.twilio.http.TwilioRestClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.switchlog.client.EventTail;
import io.switchlog.ingress.calls.LiveCalls;
import io.switchlog.ingress.decisions.CommandSink;
import io.switchlog.ingress.decisions.Decisions;
import io.switchlog.ingress.settings.IngressSettings;
import io.switchlog.ingress.twiml.Links;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts call control together. */
@Configuration(proxyBeanMethods = false)
class CallControlConfiguration {

    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(5);

    /** Nobody waits for a report, so it may take its time before it is made again. */
    private static final Duration REPORT_PATIENCE = Duration.ofSeconds(10);

    @Bean
    CallControlMetrics callControlMetrics(MeterRegistry registry) {
        return new CallControlMetrics(registry);
    }

    @Bean
    TwilioCalls twilioCalls(IngressSettings settings, CallControlMetrics metrics) {
        TwilioRestClient client = new TwilioRestClient.Builder(
                        settings.twilioRest().user(), settings.twilioRest().password())
                .accountSid(settings.twilioAccountSid())
                .httpClient(new SingleRequestHttpClient(settings.twilioApiBaseUrl(), RESPONSE_TIMEOUT))
                .build();
        return new TwilioCalls(client, metrics);
    }

    @Bean
    Errands errands(
            LiveCalls calls,
            CommandSink sink,
            TwilioCalls twilio,
            IngressSettings settings,
            CallControlMetrics metrics) {
        Links links = new Links(settings.publicBaseUrl());
        Reports reports = new Reports(new Decisions(sink, REPORT_PATIENCE), metrics);
        Errands errands = new Errands(
                calls, errand -> new InstructionRun(errand, twilio, links, reports, Patience.DEFAULT), reports);
        calls.watch(errands::look);
        return errands;
    }

    @Bean(initMethod = "start")
    SilentCalls silentCalls(
            LiveCalls calls, Errands errands, TwilioCalls twilio, CommandSink sink, IngressSettings settings) {
        return new SilentCalls(
                calls,
                errands::isOurs,
                twilio,
                new Decisions(sink, REPORT_PATIENCE),
                Clock.systemUTC(),
                settings.silentCall());
    }

    @Bean(initMethod = "start")
    PartitionMembership partitionMembership(IngressSettings settings, EventTail tail, Errands errands) {
        return new PartitionMembership(settings.kafkaProperties(), tail::isCaughtUp, errands::own);
    }
}
