package io.switchlog.ingress.callcontrol;

import io.switchlog.ingress.callcontrol.RestAnswer.Trouble;
import io.switchlog.ingress.calls.Instruction;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.calls.LiveCalls;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what decisions want done over REST, for the calls of those partitions that are this instance's: one
 * instruction in flight per call. What is to be done is read off the log alone, so whoever takes a partition over finds it.
 */
final class Errands implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Errands.class);

    private final LiveCalls calls;
    private final Function<Errand, InstructionRun> runs;
    private final Reports reports;

    private final Map<String, Errand> errands = new ConcurrentHashMap<>();
    /** The latest instruction of a call that was reported on, in case the decider takes no notice of the report. */
    private final Map<String, Long> reported = new ConcurrentHashMap<>();

    private volatile Set<Integer> partitions = Set.of();

    Errands(LiveCalls calls, Function<Errand, InstructionRun> runs, Reports reports) {
        this.calls = calls;
        this.runs = runs;
        this.reports = reports;
    }

    /** These partitions are ours from now on, and no others. */
    void own(Set<Integer> owned) {
        partitions = Set.copyOf(owned);
        errands.values().forEach(Errand::wake);
        calls.withInstruction().forEach(call -> look(call.callSid()));
    }

    boolean isOurs(LiveCall call) {
        return partitions.contains(call.partition());
    }

    /** Sees to a call that has changed. Never blocks: it is called by the thread that reads the log. */
    void look(String callSid) {
        Errand underWay = errands.get(callSid);
        if (underWay != null) {
            underWay.wake();
            return;
        }
        Optional<LiveCall> call = calls.find(callSid);
        if (call.isEmpty()) {
            reported.remove(callSid);
        }
        Optional<Instruction> next = next(callSid);
        if (next.isPresent()) {
            Errand errand = new Errand(next.get(), () -> mine(callSid));
            if (errands.putIfAbsent(callSid, errand) == null) {
                Thread.ofVirtual().name("call-control-" + callSid).start(() -> run(callSid, errand));
            }
        }
    }

    @Override
    public void close() {
        own(Set.of());
    }

    private Optional<LiveCall> mine(String callSid) {
        return calls.find(callSid).filter(this::isOurs);
    }

    private Optional<Instruction> next(String callSid) {
        return mine(callSid)
                .map(LiveCall::pending)
                .filter(instruction -> instruction.sequence() > reported.getOrDefault(callSid, 0L));
    }

    private void run(String callSid, Errand errand) {
        try {
            carryOut(callSid, errand);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            errands.remove(callSid);
        }
        // What came while this one was under way has only woken it.
        look(callSid);
    }

    private void carryOut(String callSid, Errand errand) throws InterruptedException {
        try {
            runs.apply(errand).run();
        } catch (RuntimeException e) {
            log.error("Instruction {} of {} met a bug", errand.instruction().sequence(), callSid, e);
            reports.failed(errand, new Trouble(null, e.getClass().getSimpleName()));
        }
        if (mine(callSid).isPresent()) {
            reported.merge(callSid, errand.instruction().sequence(), Math::max);
        }
    }
}
