package io.switchlog.acceptance;

import io.switchlog.driver.Agent;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An agent's page, as far as it tells by itself that it is there: a heartbeat at once, and one every second. */
final class OpenPage implements AutoCloseable {

    private final Agent agent;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean deviceConnected = true;

    OpenPage(Agent agent) {
        this.agent = agent;
        beat();
        var _ = timer.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    void deviceIs(boolean connected) {
        deviceConnected = connected;
        beat();
    }

    private void beat() {
        agent.heartbeat(deviceConnected);
    }

    /** The browser dies: nothing more comes. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
