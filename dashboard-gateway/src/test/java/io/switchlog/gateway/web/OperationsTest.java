package io.switchlog.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {

    private final RunningGateway gateway = RunningGateway.get();

    @Test
    void is_ready_once_it_has_come_to_the_logs_end() {
        var health = gateway.browser().send("GET", "/actuator/health").json();

        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/log/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/db/status").asString()).isEqualTo("UP");
    }

    @Test
    void measures_clicks_waits_and_streams() {
        gateway.signedIn("ann").send("POST", "/api/calls/CAnone/claim");

        String metrics =
                gateway.browser().send("GET", "/actuator/prometheus").response().body();

        assertThat(metrics)
                .contains("switchlog_clicks_total{answer=\"unknown-call\",kind=\"ClaimCall\"}")
                .contains("switchlog_decision_wait_seconds_bucket{le=")
                .contains("switchlog_streams_open ")
                .contains("switchlog_streams_ended_total{cause=\"fell-behind\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/assets/nothing.js"})
    void says_where_there_is_nothing(String path) {
        gateway.browser().send("GET", path).refusedWith(404, "not-found");
    }

    @Test
    void answers_in_problems_whatever_is_wrong() {
        Browser ann = gateway.signedIn("ann");

        ann.send("GET", "/api/nothing").refusedWith(404, "not-found");
        ann.send("PUT", "/api/board").refusedWith(405, "method-not-allowed");
        ann.sendWith("Accept", "text/html", "GET", "/api/board").refusedWith(406, "not-acceptable");
        assertThat(ann.send("GET", "/api/%2e%2e/board").status()).isEqualTo(400);
    }
}
