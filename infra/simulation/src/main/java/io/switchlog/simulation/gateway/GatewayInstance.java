package io.switchlog.simulation.gateway;

import io.switchlog.contract.CallEvent.CallDeclined;
import io.switchlog.contract.CallEvent.CallEnded;
import io.switchlog.contract.CallEvent.CallRinging;
import io.switchlog.contract.CallEvent.ClaimGranted;
import io.switchlog.contract.CallEvent.HangUpStarted;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.EventMessage;
import io.switchlog.simulation.log.Broker;
import io.switchlog.simulation.log.LogClient;
import io.switchlog.simulation.world.Fault;
import io.switchlog.simulation.world.World;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process of the gateway: appends clicks and waits for their decisions, and shows who is rung. */
final class GatewayInstance {

    private static final long PATIENCE_MILLIS = 2_000;
    private static final int LONGEST_RESTART_MILLIS = 6_000;

    private final String name;
    private final World world;
    private final Broker broker;
    private final Screens screens;

    private @Nullable LogClient log;
    /** Who is rung, by call. */
    private TreeMap<String, Set<String>> ringing = new TreeMap<>();

    GatewayInstance(String name, World world, Broker broker, Screens screens) {
        this.name = name;
        this.world = world;
        this.broker = broker;
        this.screens = screens;
    }

    void start() {
        ringing = new TreeMap<>();
        log = new LogClient(world, broker, this::take);
        log.open();
    }

    boolean isUp() {
        return log != null;
    }

    /** @param answer is called when there is one, which may be never */
    void click(Click click, Consumer<LogClient.Answer> answer) {
        LogClient current = log;
        if (current == null) {
            return;
        }
        if (world.faults().strike(Fault.GATEWAY_DIES)) {
            world.trace().note(name, () -> "dies");
            current.close();
            log = null;
            world.in(world.chance().delay(500, LONGEST_RESTART_MILLIS), this::start);
            return;
        }
        current.ask(
                new CommandMessage(click.workspace(), click.key(), click.actor(), click.command()),
                PATIENCE_MILLIS,
                answer);
    }

    private void take(List<EventMessage> decision) {
        TreeSet<String> changed = new TreeSet<>();
        for (EventMessage message : decision) {
            switch (message.event()) {
                case CallRinging e -> change(changed, e.callSid(), rung -> rung.addAll(e.agentIds()));
                case CallDeclined e -> change(changed, e.callSid(), rung -> rung.remove(e.agentId()));
                case RingCancelled e ->
                    change(changed, e.callSid(), rung -> e.agentIds().forEach(rung::remove));
                case ClaimGranted e -> change(changed, e.callSid(), rung -> rung.remove(e.agentId()));
                case HangUpStarted e -> change(changed, e.callSid(), Set::clear);
                case CallEnded e -> change(changed, e.callSid(), Set::clear);
                default -> {}
            }
        }
        changed.forEach(callSid ->
                screens.show(callSid, decision.getLast().sequence(), ringing.getOrDefault(callSid, Set.of())));
    }

    private void change(Set<String> changed, String callSid, Consumer<Set<String>> change) {
        change.accept(ringing.computeIfAbsent(callSid, _ -> new TreeSet<>()));
        changed.add(callSid);
    }
}
