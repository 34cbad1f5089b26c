package io.switchlog.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.simulator.SimulatorClient.Answer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The caller's phone as a browser gets it. */
class PageTest extends RunningSimulator {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Pattern LINK = Pattern.compile("(?:href=|src=|from )[\"']([^\"'#]+)[\"']");

    @Test
    void the_page_is_at_the_root_and_may_run_nothing_but_its_own_files() {
        Answer page = simulator.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).isEqualTo(POLICY);
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(text(page))
                .doesNotContainPattern("<script(?![^>]*src)")
                .doesNotContainPattern("<style")
                .doesNotContainPattern("\\s(style|on[a-z]+)=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/phone.js"})
    void what_it_loads_is_here_and_under_the_same_policy(String path) {
        List<String> links = LINK.matcher(text(simulator.get(path)))
                .results()
                .map(link -> link.group(1))
                .toList();

        assertThat(links).isNotEmpty().allSatisfy(link -> {
            assertThat(link).doesNotContain("//");
            Answer file = simulator.get("/" + link.replaceFirst("^\\.?/", ""));
            assertThat(file.status()).as(link).isEqualTo(200);
            assertThat(file.header("Content-Security-Policy")).as(link).isEqualTo(POLICY);
            assertThat(file.header("Cache-Control")).as(link).isEqualTo("no-cache");
        });
    }

    private static String text(Answer answer) {
        return new String(answer.bytes(), UTF_8);
    }
}
