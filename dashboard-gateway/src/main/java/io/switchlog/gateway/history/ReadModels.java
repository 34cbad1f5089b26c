package io.switchlog.gateway.history;

import io.switchlog.gateway.problem.Problems;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables that projection-service writes. Ours is to read; they may be some moments behind the log, and say by how far. */
@Component
final class ReadModels {

    private static final Logger log = LoggerFactory.getLogger(ReadModels.class);

    private final JdbcClient jdbc;

    ReadModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Asks something of them.
     *
     * @throws org.springframework.web.ErrorResponseException 503 as long as they are not there, or not for us
     */
    <T> T ask(Function<JdbcClient, T> question) {
        try {
            return question.apply(jdbc);
        } catch (BadSqlGrammarException e) {
            log.warn("The read models cannot be asked ({})", e.getMessage());
            throw Problems.tryAgain(
                    "history-away", "The read models are not there: projection-service makes them and lets us read");
        }
    }

    /** The sequence of the last event of the workspace that is in them, at least; 0 if there is none. */
    long sequenceOf(String workspace) {
        return ask(tables -> tables.sql("SELECT next_sequence - 1 FROM projection.positions WHERE workspace = ?")
                .param(workspace)
                .query(Long.class)
                .optional()
                .orElse(0L));
    }
}
