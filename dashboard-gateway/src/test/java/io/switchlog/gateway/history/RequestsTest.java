package io.switchlog.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.Actor;
import io.switchlog.contract.Cause;
import io.switchlog.contract.Command;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestsTest {

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_has_words(String command) {
        Cause cause = new Cause("id", command, Actor.agent("ann"), "CA1");

        assertThat(Requests.inWords(cause, Map.of("ann", "Ann"))).isNotEqualTo(command);
    }

    static Stream<String> commands() {
        return leaves(Command.class);
    }

    private static Stream<String> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RequestsTest::leaves)
                : Stream.of(type.getSimpleName());
    }
}
