package io.switchlog.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard as the gateway serves it, and the token that makes a browser a phone. */
class PagesTest {

    private final RunningGateway gateway = RunningGateway.get();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/calls", "/calls/CA0123", "/voicemails"})
    void every_page_is_the_one_document_and_may_run_nothing_inline(String path) {
        Browser.Answer page = gateway.browser().send("GET", path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).contains("no-cache");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.response().body()).contains("<div id=\"root\">").doesNotContain("<style", "onload=");
    }

    @Test
    void assets_are_kept_for_ever_since_their_names_change_with_them_and_are_small() throws IOException {
        String document = gateway.browser().send("GET", "/").response().body();
        Matcher script = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"").matcher(document);
        assertThat(script.find()).isTrue();

        Browser.Answer asset = gateway.browser().send("GET", script.group(1));

        assertThat(asset.status()).isEqualTo(200);
        assertThat(asset.header("Content-Type")).contains("javascript");
        assertThat(asset.header("Cache-Control")).contains("immutable");
        assertThat(gzipped(asset.response().body()))
                .as("bytes of the page's script, gzipped; Twilio's SDK comes when it is needed")
                .isLessThan(150_000);
    }

    private static int gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    @Test
    void what_is_no_page_is_not_found() {
        assertThat(gateway.browser().send("GET", "/assets/none.js").status()).isEqualTo(404);
        assertThat(gateway.browser().send("GET", "/settings").status()).isEqualTo(404);
    }

    @Test
    void an_agent_gets_a_token_for_incoming_calls_under_their_own_name() {
        Browser.Answer answer = gateway.signedIn("ann").send("GET", "/api/voice-token");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("identity")).isEqualTo("ann");
        assertThat(answer.text("deviceUrl")).isEqualTo(gateway.twilio().uri().toString());
        JsonNode claims = JsonMapper.shared()
                .readTree(new String(
                        Base64.getUrlDecoder().decode(answer.text("token").split("\\.", -1)[1]),
                        StandardCharsets.UTF_8));
        assertThat(claims.path("iss").asString()).isEqualTo(StandInTwilio.KEY_SID);
        assertThat(claims.path("sub").asString()).isEqualTo(StandInTwilio.ACCOUNT_SID);
        assertThat(claims.path("grants").path("identity").asString()).isEqualTo("ann");
        assertThat(claims.path("grants")
                        .path("voice")
                        .path("incoming")
                        .path("allow")
                        .asBoolean())
                .isTrue();
        assertThat(claims.path("grants").path("voice").has("outgoing")).isFalse();
        assertThat(Instant.parse(answer.text("expiresAt")).getEpochSecond()
                        - claims.path("exp").asLong())
                .as("the browser is told when it ends, to the second or so")
                .isBetween(0L, 5L);
    }

    @Test
    void nobody_else_gets_a_token() {
        gateway.browser().send("GET", "/api/voice-token").refusedWith(401, "not-signed-in");
        gateway.signedIn("olga").send("GET", "/api/voice-token").refusedWith(409, "takes-no-calls");
    }

    @Test
    void a_supervisor_says_for_others_whether_they_are_available_and_nobody_else_may() {
        gateway.signedIn("olga")
                .send(
                        "POST",
                        "/api/agents",
                        Map.of("agentId", "sam", "name", "Sam", "role", "supervisor", "password", "demo"));
        Browser sam = gateway.signedIn("sam");

        assertThat(sam.send("PUT", "/api/agents/bob/availability", Map.of("status", "offline"))
                        .status())
                .isEqualTo(200);
        assertThat(sam.agent("bob").path("availability").asString()).isEqualTo("offline");
        gateway.signedIn("ann")
                .send("PUT", "/api/agents/bob/availability", Map.of("status", "available"))
                .refusedWith(403, "not-allowed");
        sam.send("PUT", "/api/agents/no%20body/availability", Map.of("status", "away"))
                .refusedWith(400, "invalid");
    }
}
