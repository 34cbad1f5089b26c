package io.switchlog.bench.presence;

import io.switchlog.bench.baseline.PlainAppend;
import io.switchlog.bench.load.Latencies;
import io.switchlog.bench.load.Schedule;
import io.switchlog.bench.people.Crowd;
import io.switchlog.bench.people.Heartbeats;
import io.switchlog.bench.report.CpuUse;
import io.switchlog.bench.report.Findings;
import io.switchlog.bench.report.Row;
import io.switchlog.driver.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Presence on all services, each a process of its own.
 *
 * @param jvmOptions for each of them
 */
public record PresencePart(Path directory, int firstPort, List<String> jvmOptions, Findings findings) {

    /** Each call must ring for ten, whoever else does something. */
    private static final int CALLS_OF_AN_AGENT = 20;

    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final List<Integer> WARM_UP_HEARTBEATS = List.of(100, 200, 400);

    /** What was too much for a cold machine is worked off by then, and connections that are not needed are closed. */
    private static final Duration CALM = Duration.ofSeconds(22);

    /** Measures with each number of agents. */
    public void run(List<Integer> agents, Duration length) throws Exception {
        Ports ports = Ports.from(firstPort);
        try (Services services = Services.start(directory, ports, jvmOptions);
                IncomingCalls calls = new IncomingCalls(ports);
                PlainAppend plain = new PlainAppend(ports.bootstrapServers())) {
            findings.progress("the services are up");
            Crowd crowd = new Crowd(ports, CALLS_OF_AN_AGENT);
            crowd.growTo(agents.getFirst());
            Measurement measurement = new Measurement(services, crowd, calls, new Heartbeats(crowd), plain, findings);
            measurement.warmUp();
            measurement.run(agents, length);
        }
    }

    private record Measurement(
            Services services,
            Crowd crowd,
            IncomingCalls calls,
            Heartbeats heartbeats,
            PlainAppend plain,
            Findings findings) {

        private static final double AIM_HEARTBEAT_P99_MILLIS = 100;
        private static final double AIM_SLOWER_MILLIS = 50;
        private static final int AIM_AGENTS = 10_000;

        /** With fewer agents too few heartbeats come to say anything of one in a hundred. */
        private static final int ENOUGH_AGENTS = 1_000;

        /** Shares of the heartbeats that are tried when all of them are too much. */
        private static final List<Integer> TENTHS = List.of(7, 5, 3, 2, 1);

        private static final Duration BETWEEN_STEPS = Duration.ofSeconds(5);

        private static final Duration BASELINE = Duration.ofSeconds(5);
        private static final long SEED = 7;

        void warmUp() throws InterruptedException {
            for (int perSecond : WARM_UP_HEARTBEATS) {
                together(perSecond, WARM_UP);
            }
            plain.latencies(Schedule.of(100, BASELINE, SEED));
            Thread.sleep(CALM);
            heartbeats.takeErrors();
            calls.takeWrong();
            calls.takeUndecided();
            findings.progress("it is warm");
        }

        void run(List<Integer> agents, Duration length) throws Exception {
            Size first = null;
            for (int count : agents) {
                Size size = measure(count, length);
                report(size, first == null ? size : first);
                first = first == null ? size : first;
                if (count >= ENOUGH_AGENTS && !size.beatsAsQuickAsWanted()) {
                    stepDown(size, length);
                }
            }
        }

        private Size measure(int agents, Duration length) throws Exception {
            crowd.growTo(agents);
            long engine = LiveHeap.bytesOf(services.engine());
            long gateway = LiveHeap.bytesOf(services.gateway());
            Latencies routedInSilence = calls.come(length);
            int heldInSilence = calls.takeUndecided();
            Together together = together(Heartbeats.perSecond(agents), length);
            findings.addWrong(calls.takeWrong());
            return new Size(agents, engine, gateway, routedInSilence, heldInSilence, together, heartbeats.takeErrors());
        }

        private Together together(int perSecond, Duration length) {
            CpuUse cpu = CpuUse.start();
            // In a thread of its own: in the common pool, which has one here, all HTTP answers would wait for it.
            CompletableFuture<Latencies> routed =
                    CompletableFuture.supplyAsync(() -> calls.come(length), Thread::startVirtualThread);
            Latencies heard = heartbeats.send(perSecond, length);
            return new Together(perSecond, heard, routed.join(), calls.takeUndecided(), cpu.text());
        }

        private void report(Size size, Size first) {
            if (size.agents() >= ENOUGH_AGENTS) {
                reportHeartbeats(size.agents(), size.together(), size.errors());
            }
            reportRouting(
                    "Incoming call, %,d agents".formatted(size.agents()),
                    size.agents(),
                    size.silent(),
                    size.undecidedInSilence(),
                    first.silent());
            reportRouting(
                    "  while they send %,d heartbeats/s"
                            .formatted(size.together().perSecond()),
                    size.agents(),
                    size.together().routed(),
                    size.together().undecidedCalls(),
                    first.together().routed());
            reportMemory("engine", size.engineBytes(), first.engineBytes(), size.agents() - first.agents());
            reportMemory("gateway", size.gatewayBytes(), first.gatewayBytes(), size.agents() - first.agents());
        }

        private void reportHeartbeats(int agents, Together together, List<String> errors) {
            Latencies kafka = plain.latencies(Schedule.of(together.perSecond(), BASELINE, SEED));
            findings.add(new Row(
                    "Heartbeats, %,d agents, %,d/s".formatted(agents, together.perSecond()),
                    together.heard().text() + (errors.isEmpty() ? "" : ", " + errors.size() + " not taken"),
                    "p99 ≤ %.0f ms".formatted(AIM_HEARTBEAT_P99_MILLIS),
                    isAsQuickAsWanted(together, errors),
                    "p50 %.1f × Kafka's".formatted(together.heard().p50() / kafka.p50())));
            findings.add(Row.plain("  the machine", together.cpu()));
            findings.add(
                    Row.plain("  Kafka alone, append to read, %,d/s".formatted(together.perSecond()), kafka.text()));
        }

        private void reportRouting(String what, int agents, Latencies routed, int undecided, Latencies few) {
            boolean isFirst = routed == few;
            boolean hasAim = agents >= AIM_AGENTS;
            double slower = routed.p99() - few.p99();
            findings.add(new Row(
                    what,
                    routed.text() + (undecided == 0 ? "" : ", " + undecided + " undecided"),
                    hasAim ? "p99 ≤ %.0f ms more than with few".formatted(AIM_SLOWER_MILLIS) : "",
                    hasAim ? (Boolean) (slower <= AIM_SLOWER_MILLIS && undecided == 0) : null,
                    isFirst ? "" : "p50 %+.1f ms, p99 %+.1f ms".formatted(routed.p50() - few.p50(), slower)));
        }

        private void reportMemory(String service, long bytes, long fewBytes, int moreAgents) {
            findings.add(new Row(
                    "  live heap of the " + service,
                    "%,.1f MB".formatted(bytes / 1e6),
                    "",
                    null,
                    moreAgents == 0
                            ? ""
                            : "%,.0f bytes per agent".formatted((double) (bytes - fewBytes) / moreAgents)));
        }

        /** How many heartbeats a second are not too much. */
        private void stepDown(Size size, Duration length) throws InterruptedException {
            for (int tenths : TENTHS) {
                // What was too much is worked off first.
                Thread.sleep(BETWEEN_STEPS);
                Together together = together(size.together().perSecond() * tenths / 10, length);
                List<String> errors = heartbeats.takeErrors();
                reportHeartbeats(size.agents(), together, errors);
                findings.addWrong(calls.takeWrong());
                if (isAsQuickAsWanted(together, errors)) {
                    return;
                }
            }
        }

        private static boolean isAsQuickAsWanted(Together together, List<String> errors) {
            return together.heard().p99() <= AIM_HEARTBEAT_P99_MILLIS && errors.isEmpty();
        }
    }

    /** Heartbeats and calls at the same time. */
    private record Together(int perSecond, Latencies heard, Latencies routed, int undecidedCalls, String cpu) {}

    /**
     * What was measured with so many agents.
     *
     * @param silent calls while there are no heartbeats
     */
    private record Size(
            int agents,
            long engineBytes,
            long gatewayBytes,
            Latencies silent,
            int undecidedInSilence,
            Together together,
            List<String> errors) {

        boolean beatsAsQuickAsWanted() {
            return Measurement.isAsQuickAsWanted(together, errors);
        }
    }
}
