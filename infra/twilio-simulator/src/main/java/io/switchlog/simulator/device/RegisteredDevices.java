package io.switchlog.simulator.device;

import io.switchlog.simulator.live.Changes;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Which identities have a device registered with Twilio; one device per identity. Which legs ring there, the calls know.
 */
@Component
public final class RegisteredDevices {
    private final Map<String, Boolean> connected = new ConcurrentHashMap<>();
    private final Changes changes;

    RegisteredDevices(Changes changes) {
        this.changes = changes;
    }

    public void connect(String identity) {
        connected.put(identity, true);
        changes.happened();
    }

    public void disconnect(String identity) {
        connected.put(identity, false);
        changes.happened();
    }

    public boolean isConnected(String identity) {
        return connected.getOrDefault(identity, false);
    }

    /** Everyone who was ever connected or disconnected here, by name. */
    public SortedSet<String> everSeen() {
        return new TreeSet<>(connected.keySet());
    }
}
