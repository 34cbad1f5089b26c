package io.switchlog.simulation.log;

import io.switchlog.contract.EventMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one engine instance wants to write, all or nothing. */
public final class Transaction {

    final int epoch;
    final List<EventRecord> events = new ArrayList<>();
    final Map<String, Optional<byte[]>> changelog = new LinkedHashMap<>();
    final List<byte[]> timerCommands = new ArrayList<>();
    int position;

    Transaction(int epoch, int position) {
        this.epoch = epoch;
        this.position = position;
    }

    public void event(EventMessage message, byte[] bytes) {
        events.add(new EventRecord(message, bytes));
    }

    public void changelog(String key, Optional<byte[]> value) {
        changelog.put(key, value);
    }

    public void timerCommand(byte[] value) {
        timerCommands.add(value);
    }

    public boolean hasTimerCommands() {
        return !timerCommands.isEmpty();
    }

    /** Commands before this one have been dealt with. */
    public void position(int next) {
        position = next;
    }
}
