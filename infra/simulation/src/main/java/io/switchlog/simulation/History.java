package io.switchlog.simulation;

import io.switchlog.simulation.engine.EngineGroup;
import io.switchlog.simulation.engine.Partition;
import io.switchlog.simulation.gateway.GatewayGroup;
import io.switchlog.simulation.ingress.IngressGroup;
import io.switchlog.simulation.judge.Invariant;
import io.switchlog.simulation.judge.Judge;
import io.switchlog.simulation.judge.Verdict;
import io.switchlog.simulation.judge.Violation;
import io.switchlog.simulation.log.Broker;
import io.switchlog.simulation.log.EventRecord;
import io.switchlog.simulation.people.AgentAtWork;
import io.switchlog.simulation.people.Cast;
import io.switchlog.simulation.people.Cast.Caller;
import io.switchlog.simulation.people.Cast.Member;
import io.switchlog.simulation.people.Operator;
import io.switchlog.simulation.people.Stranger;
import io.switchlog.simulation.projection.ProjectionGroup;
import io.switchlog.simulation.twilio.Network;
import io.switchlog.simulation.twilio.Twilio;
import io.switchlog.simulation.world.Agenda;
import io.switchlog.simulation.world.Chance;
import io.switchlog.simulation.world.Faults;
import io.switchlog.simulation.world.Trace;
import io.switchlog.simulation.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One history, from one seed. A minute and more of calls and faults; then the faults cease, and it goes on until nobody can have
 * anything left to do; then an hour passes, after which ended calls are forgotten.
 */
final class History {

    /** Where every history takes place. */
    static final Partition PARTITION = new Partition(7, 12);

    private static final long FAULTS_BEGIN_MILLIS = 500;
    private static final long FAULTS_CEASE_MILLIS = 60_000;

    /** The most patient caller has gone after 175 s, and the last late report has come; a minute of silence is noticed, too. */
    private static final long QUIET_MILLIS = 360_000;

    private static final long AN_HOUR_MILLIS = 3_600_000;

    /** Within this time after the hour everything that the hour has made due is dealt with. */
    private static final long EPILOGUE_MILLIS = QUIET_MILLIS + 30_000;

    private final long seed;
    private final Agenda agenda = new Agenda();
    private final World world;
    private final Broker broker;
    private final EngineGroup engines;
    private final IngressGroup ingresses;
    private final ProjectionGroup projections;

    private History(long seed, boolean traced) {
        this.seed = seed;
        Chance chance = new Chance(seed);
        Faults faults = new Faults(agenda, chance, FAULTS_BEGIN_MILLIS, FAULTS_CEASE_MILLIS);
        this.world = new World(agenda, chance, faults, new Trace(agenda, traced));
        this.broker = new Broker(world);
        this.engines = new EngineGroup(world, broker, PARTITION);
        Network network = new Network(world);
        Map<String, AgentAtWork> agents = new TreeMap<>();
        Twilio twilio = new Twilio(world, network, agentId -> Objects.requireNonNull(agents.get(agentId)));
        this.ingresses = new IngressGroup(world, broker, twilio, network);
        GatewayGroup gateways = new GatewayGroup(world, broker);
        this.projections = new ProjectionGroup(world, broker);

        Cast cast = Cast.drawn(chance);
        for (Member member : cast.agents()) {
            AgentAtWork agent = new AgentAtWork(member, world, gateways, cast, FAULTS_CEASE_MILLIS);
            agents.put(member.agentId(), agent);
            gateways.open(member.workspace(), member.agentId(), agent);
        }
        Operator operator = new Operator(world, cast, gateways, FAULTS_CEASE_MILLIS);
        operator.setUp(broker);
        operator.begin();
        agents.values().forEach(agent -> world.in(chance.between(200, 900), agent::begin));
        cast.callers().forEach(caller -> place(caller, twilio));
        new Stranger(world, broker).begin();
    }

    /**
     * Tells the history of that seed.
     *
     * @param traced whether to write down what happens, for people
     */
    static Told tell(long seed, boolean traced) {
        return new History(seed, traced).run();
    }

    private void place(Caller caller, Twilio twilio) {
        agenda.at(caller.callsAtMillis(), () -> {
            world.trace().note("caller", () -> "calls: " + caller);
            twilio.call(
                    caller.callSid(), "caller-of-" + caller.callSid(), caller.workspace(), caller.speaksForSeconds());
            world.in(caller.patienceMillis(), () -> twilio.callerHangsUp(caller.callSid()));
        });
    }

    private Told run() {
        engines.watchTimersUntil(QUIET_MILLIS);
        ingresses.watchSilentCallsUntil(QUIET_MILLIS);
        agenda.runUntil(QUIET_MILLIS);
        agenda.runUntil(AN_HOUR_MILLIS);
        engines.watchTimersUntil(AN_HOUR_MILLIS + EPILOGUE_MILLIS);
        agenda.runUntil(AN_HOUR_MILLIS + EPILOGUE_MILLIS);
        Verdict verdict = Judge.judge(world.truth(), world.faults().mendedAtMillis());
        List<Violation> violations = new ArrayList<>(verdict.violations());
        projections
                .differenceFromRebuild()
                .ifPresent(difference -> violations.add(
                        new Violation(Invariant.REBUILD_EQUALS_THE_LIVE_TABLES, Long.MAX_VALUE, difference)));
        replay().ifPresent(violations::add);
        return new Told(
                seed,
                violations,
                met(verdict),
                broker.commands(),
                broker.events(),
                world.trace().lines());
    }

    /** What crashed, was fenced and restored on the way must have left no trace in the log. */
    private Optional<Violation> replay() {
        List<byte[]> again = Replay.decide(broker.commands());
        List<EventRecord> events = broker.events();
        for (int i = 0; i < Math.max(again.size(), events.size()); i++) {
            if (i >= again.size()
                    || i >= events.size()
                    || !Arrays.equals(again.get(i), events.get(i).bytes())) {
                String detail =
                        "event " + i + " of " + events.size() + " in the log, " + again.size() + " decided anew";
                return Optional.of(new Violation(Invariant.REPLAY_GIVES_THE_SAME_BYTES, Long.MAX_VALUE, detail));
            }
        }
        return Optional.empty();
    }

    private SortedMap<String, Integer> met(Verdict verdict) {
        SortedMap<String, Integer> met = new TreeMap<>(verdict.eventTypes());
        verdict.outcomes().forEach((outcome, count) -> met.put(outcome.name(), count));
        world.faults().met().forEach((fault, count) -> met.put(fault.name(), count));
        world.consequences().forEach((consequence, count) -> met.put(consequence.name(), count));
        return met;
    }
}
