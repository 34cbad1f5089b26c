package io.switchlog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class UpTest {

    @Test
    void listens_on_the_documented_ports_unless_told_otherwise() {
        assertThat(parse().ports()).isEqualTo(new Ports(8080, 8081, 8082, 8083, 8084, 19092, 15432));
        assertThat(parse("--gateway-port", "1", "--kafka-port", "2").ports())
                .isEqualTo(new Ports(1, 8081, 8082, 8083, 8084, 2, 15432));
    }

    @Test
    void keeps_its_state_where_it_is_told() {
        assertThat(parse().stateDirectory).isEqualTo(Path.of("./.switchlog"));
        assertThat(parse("--state", "/elsewhere").stateDirectory).isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void names_the_port_that_is_taken_and_the_option_that_moves_it() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> Ports.requireFree(taken.getLocalPort(), "the engine", "--engine-port"))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("--engine-port");
        }
    }

    @Test
    void runs_all_services_unless_told_which() {
        assertThat(parse().services.names()).containsExactlyInAnyOrder("engine", "ingress", "gateway", "projection");
        assertThat(parse("--services=ingress,engine").services.leftOutOf(Service.all(parse().ports())))
                .extracting(Service::name)
                .containsExactly("gateway", "projection");
        assertThat(parse("--services=none").services.among(Service.all(parse().ports())))
                .isEmpty();
    }

    @Test
    void names_the_service_that_it_does_not_know() {
        assertThatThrownBy(() -> parse("--services=engine,postgres"))
                .hasMessageContaining("postgres")
                .hasMessageContaining("engine,ingress,gateway,projection")
                .hasMessageContaining("none");
    }

    private static Up parse(String... options) {
        Up up = new Up();
        new CommandLine(up).parseArgs(options);
        return up;
    }
}
