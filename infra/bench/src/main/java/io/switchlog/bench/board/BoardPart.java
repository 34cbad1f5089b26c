package io.switchlog.bench.board;

import io.switchlog.bench.baseline.PlainAppend;
import io.switchlog.bench.load.Latencies;
import io.switchlog.bench.load.Schedule;
import io.switchlog.bench.report.CpuUse;
import io.switchlog.bench.report.Findings;
import io.switchlog.bench.report.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The board's streams on a whole stack, as {@code ./switchlog up} starts it.
 *
 * @param jvmOptions for the stack
 */
public record BoardPart(Path directory, int firstPort, List<String> jvmOptions, Findings findings) {

    private static final int AIM_STREAMS = 200;
    private static final double AIM_P99_MILLIS = 100;

    /** As many, whoever of them has a stream: what differs from one measurement to the next is the number of streams alone. */
    private static final int AGENTS = 200;

    private static final int WARM_UP_STREAMS = 50;
    /** For minutes after a start the just-in-time compiler takes a third of a core. */
    private static final Duration WARM_UP = Duration.ofSeconds(90);

    /** A cold machine does a fifth of what a warm one does, and would work off for minutes what came meanwhile. */
    private static final List<Integer> WARM_UP_TENTHS = List.of(2, 4);

    /** Shares of the rate that are tried when all of it is too much. */
    private static final List<Integer> TENTHS = List.of(8, 6, 4, 2, 1);

    private static final Duration UNTIL_ALL_HAS_COME = Duration.ofSeconds(2);
    private static final Duration BASELINE = Duration.ofSeconds(5);
    private static final long SEED = 7;

    /** Measures each number of streams, and if the last ones were too much, what is not. */
    public void run(List<Integer> streams, int callsPerSecond, Duration length) throws Exception {
        int agents = Math.max(AGENTS, Collections.max(streams));
        try (BusyBoard board = BusyBoard.start(directory, firstPort, jvmOptions, agents, findings);
                PlainAppend plain = new PlainAppend(board.ports().bootstrapServers())) {
            plain.latencies(Schedule.of(callsPerSecond, BASELINE, SEED));
            new Measurement(board, plain, length, findings).run(streams, callsPerSecond);
        }
    }

    private record Measurement(BusyBoard board, PlainAppend plain, Duration length, Findings findings) {

        void run(List<Integer> streams, int callsPerSecond) throws Exception {
            for (int tenths : WARM_UP_TENTHS) {
                look(WARM_UP_STREAMS, share(callsPerSecond, tenths), WARM_UP);
            }
            findings.progress("it is warm");
            Look last = null;
            for (int count : streams) {
                last = look(count, callsPerSecond, length);
                report(last);
            }
            for (int tenths : TENTHS) {
                if (last == null || !last.hasAim() || last.isAsQuickAsWanted()) {
                    break;
                }
                last = look(last.streams(), share(callsPerSecond, tenths), length);
                report(last);
            }
        }

        private static int share(int callsPerSecond, int tenths) {
            return Math.max(1, callsPerSecond * tenths / 10);
        }

        private Look look(int streams, int callsPerSecond, Duration howLong) throws Exception {
            Screens screens = Screens.ofBoard(
                    board.ports().gateway(), board.crowd().people().subList(0, streams));
            CpuUse cpu = CpuUse.start();
            Calls.Result result = board.calls().come(callsPerSecond, howLong);
            String use = cpu.text();
            Thread.sleep(UNTIL_ALL_HAS_COME);
            screens.close();
            return Look.of(callsPerSecond, howLong, result, screens.screens(), use);
        }

        private void report(Look look) throws Exception {
            Latencies kafka = plain.latencies(Schedule.of(look.callsPerSecond(), BASELINE, SEED));
            Latencies sockets = PlainFanOut.latencies(look.streams(), look.eventsPerSecond(), look.eventBytes());
            Latencies seen = look.seen().latencies();
            findings.add(new Row(
                    "Click to %d streams, %d calls/s".formatted(look.streams(), look.callsPerSecond()),
                    seen.text(),
                    look.hasAim() ? "p99 ≤ %.0f ms".formatted(AIM_P99_MILLIS) : "",
                    look.hasAim() ? (Boolean) look.isAsQuickAsWanted() : null,
                    "p50 %.1f × Kafka's, %.1f × the sockets'"
                            .formatted(seen.p50() / kafka.p50(), seen.p50() / sockets.p50())));
            findings.add(Row.plain(
                    "  click to its own answer", look.clicks().answers().text()));
            findings.add(Row.plain("  the load", look.load()));
            if (!look.trouble().isEmpty()) {
                findings.add(Row.plain("  not as it should be", look.trouble()));
            }
            findings.add(Row.plain("  the machine", look.use()));
            findings.add(
                    Row.plain("  Kafka alone, append to read, %d/s".formatted(look.callsPerSecond()), kafka.text()));
            findings.add(Row.plain(
                    "  sockets alone, %d events/s of %,d bytes".formatted(look.eventsPerSecond(), look.eventBytes()),
                    sockets.text()));
            findings.addWrong(look.seen().missing());
        }
    }

    /**
     * What was seen of a run.
     *
     * @param use of the machine meanwhile
     */
    private record Look(
            int streams,
            int callsPerSecond,
            Duration length,
            Calls.Result result,
            Clicks.Seen seen,
            int eventsPerSecond,
            int eventBytes,
            String use) {

        static Look of(int callsPerSecond, Duration length, Calls.Result result, List<Screen> screens, String use) {
            long events = screens.stream().mapToLong(Screen::events).sum();
            long bytes = screens.stream().mapToLong(Screen::bytes).sum();
            return new Look(
                    screens.size(),
                    callsPerSecond,
                    length,
                    result,
                    result.clicks().seenOn(screens),
                    (int) Math.max(1, events / screens.size() / length.toSeconds()),
                    (int) (bytes / Math.max(1, events)),
                    use);
        }

        boolean hasAim() {
            return streams == AIM_STREAMS;
        }

        Clicks clicks() {
            return result.clicks();
        }

        boolean isAsQuickAsWanted() {
            return seen.latencies().p99() <= AIM_P99_MILLIS && clicks().withoutDecision() == 0;
        }

        String load() {
            return "%,d clicks in %,d calls, %,d events/s written"
                    .formatted(clicks().count(), result.calls(), eventsPerSecond * streams);
        }

        /** What did not go as in the book; empty if all did. */
        String trouble() {
            List<String> trouble = new ArrayList<>();
            clicks().refusals().forEach((reason, times) -> trouble.add(times + " × " + reason));
            if (clicks().withoutDecision() > 0) {
                trouble.add(clicks().withoutDecision() + " clicks undecided");
            }
            if (result.cutShort() > 0) {
                trouble.add(result.cutShort() + " calls cut short");
            }
            return String.join(", ", trouble);
        }
    }
}
