package io.switchlog.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionApiTest {

    private final RunningGateway gateway = RunningGateway.get();

    @Test
    void signs_in_whoever_knows_the_password() {
        Browser ann = gateway.browser();

        Browser.Answer answer = ann.signIn("ann", RunningGateway.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(ann.send("GET", "/api/session").json());
        assertThat(answer.json().toString())
                .isEqualTo("{\"agentId\":\"ann\",\"name\":\"ann's name\",\"role\":\"agent\",\"workspace\":\"demo\"}");
    }

    @Test
    void keeps_the_cookie_from_scripts_and_other_sites() {
        String cookie = gateway.browser().signIn("ann", RunningGateway.PASSWORD).header("Set-Cookie");

        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Secure");
    }

    @Test
    void tells_a_wrong_password_and_an_unknown_user_alike() {
        Browser.Answer wrongPassword = gateway.browser().signIn("bob", "wrong");
        Browser.Answer unknownUser = gateway.browser().signIn("nobody", "wrong");

        wrongPassword.refusedWith(401, "wrong-credentials");
        assertThat(wrongPassword.json()).isEqualTo(unknownUser.json());
        assertThat(wrongPassword.header("Set-Cookie")).isEmpty();
    }

    @Test
    void whatever_cannot_be_right_is_wrong() {
        gateway.browser().signIn("bob\0", "demo").refusedWith(401, "wrong-credentials");
        gateway.browser().signIn("x".repeat(1_000), "demo").refusedWith(401, "wrong-credentials");
        gateway.browser().signIn("bob", "x".repeat(1_000)).refusedWith(401, "wrong-credentials");
        gateway.browser().signIn("bob", "x".repeat(100_000)).refusedWith(400, "malformed-json");
    }

    @Test
    void remembers_to_the_minute_when_a_session_was_last_used() {
        gateway.signedIn("olga")
                .send(
                        "POST",
                        "/api/agents",
                        Map.of(
                                "agentId",
                                "zelda",
                                "name",
                                "Zelda",
                                "role",
                                "agent",
                                "password",
                                RunningGateway.PASSWORD));
        Browser zelda = gateway.signedIn("zelda");
        long first = ofZeldasSession("last_access_time");

        zelda.send("GET", "/api/session");
        assertThat(ofZeldasSession("last_access_time")).as("within the minute").isEqualTo(first);

        gateway.sql("update gateway.spring_session set last_access_time = last_access_time - 61000"
                + " where principal_name = 'zelda'");
        zelda.send("GET", "/api/session");
        assertThat(ofZeldasSession("last_access_time")).isGreaterThanOrEqualTo(first);
        assertThat(ofZeldasSession("expiry_time - last_access_time"))
                .as("from then on it lives for twelve hours")
                .isEqualTo(12 * 60 * 60 * 1000);
    }

    private long ofZeldasSession(String column) {
        return Long.parseLong(
                gateway.sqlAnswer("select " + column + " from gateway.spring_session where principal_name = 'zelda'"));
    }

    @Test
    void a_cookie_that_names_no_session_is_none() {
        Browser stranger = gateway.browser();

        stranger.sendWith("Cookie", "SWITCHLOG_SESSION=YQBi", "GET", "/api/session")
                .refusedWith(401, "not-signed-in");
        stranger.sendWith("Cookie", "SWITCHLOG_SESSION=" + "A".repeat(4_000), "GET", "/api/session")
                .refusedWith(401, "not-signed-in");
    }

    @Test
    void while_postgres_is_away_everybody_is_asked_to_come_again() {
        Browser ann = gateway.signedIn("ann");
        gateway.database(false);
        try {
            Browser.Answer board = ann.send("GET", "/api/board");
            board.refusedWith(503, "database-away");
            assertThat(board.header("Retry-After")).isEqualTo("1");
            ann.send("POST", "/api/calls/CAnone/claim").refusedWith(503, "database-away");
            ann.send("GET", "/api/board/stream").refusedWith(503, "database-away");
            gateway.browser().signIn("ann", RunningGateway.PASSWORD).refusedWith(503, "database-away");
        } finally {
            gateway.database(true);
        }
        await().until(() -> ann.send("GET", "/api/board").status() == 200);
    }

    @Test
    void starts_a_session_of_its_own_at_each_sign_in() {
        Browser ann = gateway.signedIn("ann");
        Browser before = ann.at(gateway.uri());

        ann.signIn("ann", RunningGateway.PASSWORD);

        assertThat(ann.cookie()).isNotEqualTo(before.cookie());
        before.send("GET", "/api/session").refusedWith(401, "not-signed-in");
    }

    @Test
    void ends_the_session_at_sign_out() {
        Browser ann = gateway.signedIn("ann");

        assertThat(ann.send("DELETE", "/api/session").status()).isEqualTo(204);

        ann.send("GET", "/api/session").refusedWith(401, "not-signed-in");
        ann.send("DELETE", "/api/session").refusedWith(401, "not-signed-in");
    }

    @Test
    void a_session_holds_at_every_instance_and_ends_at_every_instance() {
        try (var other = gateway.startAnother()) {
            RunningGateway.awaitReady(other);
            Browser here = gateway.signedIn("ann");
            Browser there = here.at(RunningGateway.uri(other));
            assertThat(there.send("GET", "/api/session").text("agentId")).isEqualTo("ann");
            OpenStream stream = there.open("/api/board/stream", Map.of());
            stream.awaitType("reset");

            here.send("DELETE", "/api/session");

            await().until(stream::hasEnded);
            there.send("GET", "/api/board").refusedWith(401, "not-signed-in");
        }
    }

    @Test
    void slows_down_guessing_for_that_user_alone() {
        for (int i = 0; i < 10; i++) {
            gateway.browser().signIn("carol", "guess" + i).refusedWith(401, "wrong-credentials");
        }

        Browser.Answer refused = gateway.browser().signIn("carol", RunningGateway.PASSWORD);

        refused.refusedWith(429, "too-many-attempts");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(gateway.browser().signIn("bob", RunningGateway.PASSWORD).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/session",
        "GET, /api/board",
        "GET, /api/board/stream",
        "POST, /api/calls/CA1/claim",
        "PUT, /api/me/availability",
        "GET, /api/agents",
        "POST, /api/agents",
        "PATCH, /api/settings",
        "GET, /api/nothing"
    })
    void without_a_session_there_is_nothing_but_the_sign_in(String method, String path) {
        gateway.browser().send(method, path).refusedWith(401, "not-signed-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost", "https://localhost"})
    void refuses_what_another_site_makes_a_browser_send(String origin) {
        gateway.signedIn("ann")
                .sendWith("Origin", origin, "POST", "/api/calls/CA1/claim")
                .refusedWith(403, "foreign-origin");
    }

    @Test
    void takes_what_its_own_pages_send() {
        String own = gateway.uri().toString();

        assertThat(gateway.signedIn("ann")
                        .sendWith("Origin", own, "DELETE", "/api/session")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void behind_a_proxy_its_own_pages_are_those_that_the_browser_sees() {
        Map<String, String> outside = Map.of(
                "Origin", "https://desk.example", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "desk.example");

        assertThat(gateway.signedIn("ann")
                        .sendWith(outside, "DELETE", "/api/session")
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x"})
    void takes_no_forms(String contentType) {
        gateway.browser()
                .send("POST", "/api/session", "{\"username\":\"ann\",\"password\":\"demo\"}", contentType)
                .refusedWith(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"password\":\"demo\"}; username",
                "{\"username\":\"ann\"}; password",
                "{\"username\":\"ann\",\"password\":4711}; password",
                "{\"username\":\"ann\",\"password\":\"demo\",\"admin\":true}; admin"
            })
    void names_the_field_that_is_not_as_expected(String body, String field) {
        Browser.Answer answer = gateway.browser().send("POST", "/api/session", body, "application/json");

        answer.refusedWith(400, "invalid");
        assertThat(answer.text("field")).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "{}{}"})
    void refuses_what_is_not_one_json_object(String body) {
        assertThat(gateway.browser()
                        .send("POST", "/api/session", body, "application/json")
                        .status())
                .isEqualTo(400);
    }
}
