package io.switchlog.simulation.truth;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.OperatorCommand;
import io.switchlog.contract.OperatorCommand.ConfigureRouting;
import io.switchlog.contract.OperatorCommand.RegisterAgent;
import io.switchlog.contract.Role;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.simulation.engine.EngineGroup;
import io.switchlog.simulation.engine.Partition;
import io.switchlog.simulation.gateway.GatewayGroup;
import io.switchlog.simulation.ingress.IngressGroup;
import io.switchlog.simulation.log.Broker;
import io.switchlog.simulation.twilio.Network;
import io.switchlog.simulation.twilio.Twilio;
import io.switchlog.simulation.world.World;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A working day as it happens, with checks or without. Nothing goes wrong but what was drawn for the people. */
final class Workday {

    static final String WORKSPACE = "demo";

    /** Where that workspace's records are. */
    private static final Partition PARTITION = new Partition(7, 12);

    private static final String OPERATOR = "olga";

    /** The last calls have ended by then, or have nothing to tell any more. */
    private static final long OVER_AT_MILLIS = Day.CLOSES_AT_MILLIS + 15 * 60_000;

    private final World world;
    private final Broker broker;
    private final EngineGroup engines;
    private final IngressGroup ingresses;
    private final Meter meter;
    private int written;

    private Workday(World world, Day day, Checks checks) {
        this.world = world;
        this.broker = new Broker(world);
        this.engines = new EngineGroup(world, broker, PARTITION);
        Network network = new Network(world);
        Map<String, Employee> employees = new TreeMap<>();
        Twilio twilio = new Twilio(
                world,
                network,
                agentId -> Objects.requireNonNull(employees.get(agentId)).handset());
        this.ingresses = new IngressGroup(world, broker, twilio, network);
        GatewayGroup gateways = new GatewayGroup(world, broker);
        Callers callers = new Callers(world, twilio);
        Map<String, Situation> situations = new TreeMap<>();
        day.shifts().forEach(shift -> situations.put(shift.agentId(), new Situation()));
        this.meter = new Meter(world, broker, situations, callers::isAnswered);

        setUp(day, checks);
        for (Shift shift : day.shifts()) {
            Situation situation = Objects.requireNonNull(situations.get(shift.agentId()));
            employees.put(shift.agentId(), new Employee(world, gateways, meter, shift, situation, checks));
        }
        employees.values().forEach(Employee::begin);
        day.calls().forEach(callers::place);
    }

    /** Lives the day of that number through. */
    static Figures live(long seed, int number, int agents, Checks checks) {
        World world = World.inPeace(Day.chance(seed, number, -1));
        return new Workday(world, Day.drawn(seed, number, agents), checks).run();
    }

    private Figures run() {
        engines.watchTimersUntil(OVER_AT_MILLIS);
        ingresses.watchSilentCallsUntil(OVER_AT_MILLIS);
        world.agenda().runUntil(OVER_AT_MILLIS);
        return meter.figures();
    }

    private void setUp(Day day, Checks checks) {
        write(new ConfigureRouting(
                WORKSPACE,
                new RoutingSettings.Change(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        checks.heartbeatTimeoutSeconds(),
                        checks.ringUnprovenAgents())));
        for (Shift shift : day.shifts()) {
            write(new RegisterAgent(shift.agentId(), "Name of " + shift.agentId(), Role.AGENT, 1));
        }
    }

    private void write(OperatorCommand command) {
        broker.append(LogCodec.encode(
                new CommandMessage(WORKSPACE, "set-up-" + ++written, Actor.operator(OPERATOR), command)));
    }
}
