package io.switchlog.simulator.rest;

import io.switchlog.simulator.call.PhoneCall;
import io.switchlog.simulator.call.Switchboard;
import io.switchlog.simulator.switches.CallSwitches;
import io.switchlog.simulator.switches.RestFate;
import io.switchlog.simulator.switches.RestFate.Answered;
import io.switchlog.simulator.switches.RestFate.Failing;
import io.switchlog.simulator.switches.RestFate.TooMany;
import io.switchlog.simulator.switches.RestFate.Unanswered;
import io.switchlog.simulator.switches.SwitchPanel;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/** Lets requests to REST that may come in meet what the switches make go wrong. */
@Component
@Order(2)
class RestTrouble extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(RestTrouble.class);

    /** For a client that waits longer than we hold its connection: a servlet cannot just hang up. */
    private static final int GATEWAY_TIMEOUT = 504;

    private final Switchboard switchboard;
    private final SwitchPanel panel;
    private final JsonMapper json;

    RestTrouble(Switchboard switchboard, SwitchPanel panel, JsonMapper json) {
        this.switchboard = switchboard;
        this.panel = panel;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !RestPath.isOf(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RestFate fate = switchesFor(request).fateOfRequest();
        if (fate.isTroubled()) {
            log.info("{} {} meets {}", request.getMethod(), request.getRequestURI(), fate);
        }
        hold(fate.late());
        switch (fate.end()) {
            case Answered _ -> chain.doFilter(request, response);
            case TooMany _ -> TwilioError.tooManyRequests().writeTo(response, json);
            case Failing(int status, boolean processed) -> {
                processIf(processed, request, response, chain);
                TwilioError.failure(status).writeTo(response, json);
            }
            case Unanswered(Duration held, boolean processed) -> {
                processIf(processed, request, response, chain);
                hold(held);
                TwilioError.failure(GATEWAY_TIMEOUT).writeTo(response, json);
            }
        }
    }

    private CallSwitches switchesFor(HttpServletRequest request) {
        return RestPath.callSid(request)
                .flatMap(switchboard::findByAnyLeg)
                .map(PhoneCall::switches)
                .orElseGet(panel::ofNoCall);
    }

    /** Does what was asked, and throws the answer away. */
    private static void processIf(
            boolean processed, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (processed) {
            chain.doFilter(request, new ContentCachingResponseWrapper(response));
            response.reset();
        }
    }

    private static void hold(Duration time) throws ServletException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException("The simulator stops", e);
        }
    }
}
