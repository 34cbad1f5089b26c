package io.switchlog.simulation.people;

import io.switchlog.contract.AgentCommand;
import io.switchlog.contract.AgentCommand.CloseStream;
import io.switchlog.contract.AgentCommand.SendHeartbeat;
import io.switchlog.simulation.gateway.Click;
import io.switchlog.simulation.gateway.GatewayGroup;
import io.switchlog.simulation.people.Cast.Member;
import io.switchlog.simulation.world.Chance;
import io.switchlog.simulation.world.Fault;
import io.switchlog.simulation.world.World;
import java.util.function.BooleanSupplier;

/** The page that an agent has open, as far as it tells by itself that it is there. */
final class Heartbeats {

    private static final int EVERY_MILLIS = 10_000;
    private static final int ASLEEP_EVERY_MILLIS = 60_000;

    private final World world;
    private final GatewayGroup gateway;
    private final Member member;
    private final BooleanSupplier deviceConnected;
    private final long untilMillis;
    private int sent;

    /** @param untilMillis when the agent goes home, and closes the page */
    Heartbeats(World world, GatewayGroup gateway, Member member, BooleanSupplier deviceConnected, long untilMillis) {
        this.world = world;
        this.gateway = gateway;
        this.member = member;
        this.deviceConnected = deviceConnected;
        this.untilMillis = untilMillis;
    }

    void begin() {
        world.in(chance().between(0, 2_000), this::beat);
    }

    private void beat() {
        if (world.now() > untilMillis) {
            close();
            return;
        }
        boolean lies = world.faults().strike(Fault.BROWSER_LIES);
        send(new SendHeartbeat(member.agentId(), lies || deviceConnected.getAsBoolean(), chance().of(0.8)));
        if (world.faults().strike(Fault.BROWSER_DIES)) {
            close();
            world.in(chance().between(1_000, 90_000), this::beat);
        } else if (world.faults().strike(Fault.BROWSER_SLEEPS)) {
            world.in(ASLEEP_EVERY_MILLIS, this::beat);
        } else {
            world.in(EVERY_MILLIS - chance().between(0, 500), this::beat);
        }
    }

    /** The end of the stream may go unnoticed. */
    private void close() {
        if (chance().of(0.7)) {
            send(new CloseStream(member.agentId()));
        }
    }

    private void send(AgentCommand command) {
        gateway.click(Click.of(member.workspace(), command, member.agentId() + "-beat-" + ++sent), _ -> {});
    }

    private Chance chance() {
        return world.chance();
    }
}
