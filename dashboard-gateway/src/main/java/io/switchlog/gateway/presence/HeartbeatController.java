package io.switchlog.gateway.presence;

import io.switchlog.contract.Readiness;
import io.switchlog.gateway.problem.Problems;
import io.switchlog.gateway.session.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Heartbeats of agents' browsers. */
@RestController
class HeartbeatController {

    private final SignsOfLife signs;

    HeartbeatController(SignsOfLife signs) {
        this.signs = signs;
    }

    record Heartbeat(@Nullable Boolean deviceConnected) {}

    /** How ready the agent is with this heartbeat, and what that is made of. */
    record Heard(int readiness, Readiness readinessParts) {}

    @PostMapping(
            path = "/api/me/heartbeat",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Heard hear(@AuthenticationPrincipal SignedIn me, @RequestBody Heartbeat heartbeat) {
        Boolean deviceConnected = heartbeat.deviceConnected();
        if (deviceConnected == null) {
            throw Problems.field("deviceConnected", "true or false");
        }
        Readiness readiness = signs.hear(me, deviceConnected);
        return new Heard(readiness.score(), readiness);
    }
}
