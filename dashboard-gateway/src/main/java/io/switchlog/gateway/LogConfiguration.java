package io.switchlog.gateway;

import io.switchlog.client.CallerKeys;
import io.switchlog.client.CommandLog;
import io.switchlog.client.EventTail;
import io.switchlog.client.UnansweredCommands;
import io.switchlog.gateway.board.Boards;
import io.switchlog.gateway.board.BoardsStart;
import io.switchlog.gateway.board.Callers;
import io.switchlog.gateway.stream.BoardStreams;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What ties us to the log. All of it is started here and closed with the application. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean(initMethod = "start")
    CallerKeys callerKeys(GatewaySettings settings) {
        return new CallerKeys(kafka(settings), settings.personalDataKey());
    }

    @Bean
    Callers callers(CallerKeys keys) {
        return new Callers(keys::openCaller);
    }

    @Bean
    CommandLog commandLog(GatewaySettings settings) {
        return new CommandLog(kafka(settings), "/dashboard-gateway");
    }

    @Bean
    UnansweredCommands unansweredCommands(GatewaySettings settings) {
        return new UnansweredCommands(kafka(settings), "/dashboard-gateway");
    }

    /**
     * The order matters: the boards first, so that whoever is answered, or is told of a change, finds it on the board. From a
     * snapshot that it starts with nobody is shown anything before the tail has come to the log's end.
     */
    @Bean(initMethod = "start")
    EventTail eventTail(
            GatewaySettings settings, BoardsStart start, Boards boards, BoardStreams streams, CommandLog commands) {
        return new EventTail(
                kafka(settings),
                start.load(),
                start::giveUpSnapshot,
                List.of(message -> streams.accept(message, boards.apply(message)), commands));
    }

    private static Map<String, Object> kafka(GatewaySettings settings) {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.kafkaBootstrapServers());
    }
}
