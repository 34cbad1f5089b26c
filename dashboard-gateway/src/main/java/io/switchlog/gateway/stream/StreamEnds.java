package io.switchlog.gateway.stream;

import java.util.HashSet;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends streams that must not go on by themselves: those of sessions that are over, and all of them when we stop. */
@Component
class StreamEnds implements SmartLifecycle {

    private final BoardStreams streams;
    private final JdbcClient jdbc;
    private volatile boolean running;

    StreamEnds(BoardStreams streams, JdbcClient jdbc) {
        this.streams = streams;
        this.jdbc = jdbc;
    }

    /** One question for all streams. Whichever instance a session was ended at, its streams here end within two seconds. */
    @Scheduled(fixedDelay = 2_000)
    void endThoseOfEndedSessions() {
        Set<String> asked = streams.sessionIds();
        if (!asked.isEmpty()) {
            streams.endThoseNotOf(living(asked), asked);
        }
    }

    private Set<String> living(Set<String> sessionIds) {
        return new HashSet<>(jdbc.sql(
                        "select session_id from gateway.spring_session where session_id in (:ids) and expiry_time > :now")
                .param("ids", sessionIds)
                .param("now", System.currentTimeMillis())
                .query(String.class)
                .list());
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        streams.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before the web server, which waits for requests on their way: a stream would keep it waiting. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
