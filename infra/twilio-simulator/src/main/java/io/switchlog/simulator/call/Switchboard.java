package io.switchlog.simulator.call;

import io.switchlog.simulator.switches.ThrownSwitches;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/** All calls: the live ones, and those that ended not too long ago. */
@Component
public final class Switchboard {
    /** Ended calls are forgotten beyond this many, so that a day of load tests fits into memory. */
    private static final int MAX_CALLS = 10_000;

    private final Exchange exchange;
    private final SequencedMap<String, PhoneCall> calls = new LinkedHashMap<>();

    Switchboard(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Places a call with those switches of its own, whose leg rings from now on. */
    public synchronized PhoneCall place(Caller caller, ThrownSwitches own) {
        Iterator<PhoneCall> oldestFirst = calls.values().iterator();
        while (calls.size() >= MAX_CALLS && oldestFirst.hasNext()) {
            if (oldestFirst.next().snapshot().isOver()) {
                oldestFirst.remove();
            }
        }
        PhoneCall call = PhoneCall.place(exchange, caller, own);
        calls.put(call.callSid(), call);
        exchange.changes().happened();
        return call;
    }

    public synchronized Optional<PhoneCall> find(String callSid) {
        return Optional.ofNullable(calls.get(callSid));
    }

    /** The call that the leg of that name is part of, the caller's or a dialled one. */
    public Optional<PhoneCall> findByAnyLeg(String legSid) {
        return find(legSid).or(() -> findByDialledLeg(legSid));
    }

    /** The call that dialled the leg of that name. */
    public Optional<PhoneCall> findByDialledLeg(String legSid) {
        return newestFirst().stream()
                .filter(call -> call.snapshot().legs().stream()
                        .anyMatch(leg -> leg.callSid().equals(legSid)))
                .findFirst();
    }

    public synchronized List<PhoneCall> newestFirst() {
        return List.copyOf(calls.sequencedValues().reversed());
    }

    public List<PhoneCall> live() {
        return newestFirst().stream().filter(call -> !call.snapshot().isOver()).toList();
    }
}
