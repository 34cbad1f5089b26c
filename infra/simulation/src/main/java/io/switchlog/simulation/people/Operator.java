package io.switchlog.simulation.people;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.OperatorCommand;
import io.switchlog.contract.OperatorCommand.ConfigureRouting;
import io.switchlog.contract.OperatorCommand.RegisterAgent;
import io.switchlog.contract.Role;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.simulation.gateway.Click;
import io.switchlog.simulation.gateway.GatewayGroup;
import io.switchlog.simulation.log.Broker;
import io.switchlog.simulation.people.Cast.Member;
import io.switchlog.simulation.world.Chance;
import io.switchlog.simulation.world.World;

/** Sets the workspaces up, and changes them while calls are under way. */
public final class Operator {

    static final String ID = "olga";

    private final World world;
    private final Cast cast;
    private final GatewayGroup gateway;
    private final long goesHomeAtMillis;
    private int clicks;

    public Operator(World world, Cast cast, GatewayGroup gateway, long goesHomeAtMillis) {
        this.world = world;
        this.cast = cast;
        this.gateway = gateway;
        this.goesHomeAtMillis = goesHomeAtMillis;
    }

    /** Before anything can go wrong. */
    public void setUp(Broker broker) {
        for (String workspace : cast.workspaces()) {
            append(broker, workspace, new RegisterAgent(ID, "Olga", Role.OPERATOR, 1));
            append(broker, workspace, new ConfigureRouting(workspace, settings()));
        }
        cast.agents()
                .forEach(agent -> append(broker, agent.workspace(), registration(agent, agent.maxConcurrentCalls())));
    }

    public void begin() {
        world.in(chance().between(5_000, 60_000), this::changeSomething);
    }

    private void changeSomething() {
        if (world.now() > goesHomeAtMillis) {
            return;
        }
        Member agent = chance().oneOf(cast.agents());
        if (chance().of(0.5)) {
            click(agent.workspace(), registration(agent, chance().between(0, 3)));
        } else {
            String workspace = chance().oneOf(cast.workspaces());
            click(workspace, new ConfigureRouting(workspace, settings()));
        }
        world.in(chance().between(5_000, 40_000), this::changeSomething);
    }

    private RegisterAgent registration(Member agent, int maxConcurrentCalls) {
        Role role = agent.supervises() ? Role.SUPERVISOR : Role.AGENT;
        return new RegisterAgent(agent.agentId(), "Name of " + agent.agentId(), role, maxConcurrentCalls);
    }

    private RoutingSettings.Change settings() {
        return new RoutingSettings.Change(
                chance().between(4, 20),
                chance().between(1, 10),
                chance().of(0.4),
                null,
                chance().between(2, 20),
                2,
                // Else nobody is patient enough to be forgotten in the lot.
                chance().of(0.8) ? chance().between(10, 40) : null,
                null,
                chance().of(0.8));
    }

    private void click(String workspace, OperatorCommand command) {
        gateway.click(Click.of(workspace, ID, command, "olga-" + ++clicks), answer -> {});
    }

    private static void append(Broker broker, String workspace, OperatorCommand command) {
        broker.append(LogCodec.encode(new CommandMessage(
                workspace, "set-up-" + command.getClass().getSimpleName(), Actor.operator(ID), command)));
    }

    private Chance chance() {
        return world.chance();
    }
}
