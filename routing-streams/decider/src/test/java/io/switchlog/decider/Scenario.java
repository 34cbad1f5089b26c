package io.switchlog.decider;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Event;
import io.switchlog.contract.Outcome;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A story told to the decider: given who is there, when something happens, then these facts follow. Time stands still unless
 * the story says that it passes, and after each sentence the {@link Invariants} hold.
 */
final class Scenario {

    static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

    private final Workspace workspace = new Workspace();
    private final Invariants invariants = new Invariants();
    private Instant clock = MORNING;
    private int commandsSoFar;
    private @Nullable Decision decision;

    private Scenario() {}

    static Scenario workspace() {
        return new Scenario();
    }

    /** They join one second after the other, so that the first named has been idle longest. */
    Scenario with(Member... members) {
        for (Member member : members) {
            member.joining().forEach(this::decide);
            passing(Duration.ofSeconds(1));
        }
        return this;
    }

    /** What happened before the sentence that matters. */
    Scenario after(Happening... happenings) {
        for (Happening happening : happenings) {
            decide(happening);
        }
        return this;
    }

    Scenario when(Happening happening) {
        decide(happening);
        return this;
    }

    /** Exactly these facts, in this order; see {@link Facts}. */
    Scenario then(String... facts) {
        assertThat(lastDecision().events()).extracting(Facts::of).containsExactly(facts);
        return this;
    }

    Scenario passing(Duration duration) {
        clock = clock.plus(duration);
        return this;
    }

    /** The clocks of brokers differ: this one shows an earlier time than the one before. */
    Scenario onAClockThatIsLateBy(Duration duration) {
        return passing(duration.negated());
    }

    Outcome outcome() {
        return Outcome.of(lastDecision().firstSequence(), lastDecision().events());
    }

    Instant decidedAt() {
        return lastDecision().at();
    }

    /** The only event of this type in the last decision. */
    <E extends Event> E fact(Class<E> type) {
        return lastDecision().events().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((one, other) -> {
                    throw new AssertionError("more than one " + type.getSimpleName());
                })
                .orElseThrow(() -> new AssertionError(
                        "no " + type.getSimpleName() + " in " + lastDecision().events()));
    }

    Call call(String callSid) {
        return Objects.requireNonNull(workspace.call(callSid), callSid);
    }

    Agent agent(String agentId) {
        return Objects.requireNonNull(workspace.agent(agentId), agentId);
    }

    /** Id of what happens to the call when nothing else does, to be mentioned once something else has. */
    String timer(String callSid) {
        return Objects.requireNonNull(call(callSid).timer(), callSid).timerId();
    }

    /** The document that the caller's leg runs now, to be mentioned once it has been replaced. */
    Document document(String callSid) {
        return Document.currentOf(workspace, callSid);
    }

    Workspace state() {
        return workspace;
    }

    private void decide(Happening happening) {
        commandsSoFar++;
        CommandMessage message = happening.toldTo(workspace, "command-" + commandsSoFar);
        decision = Decider.decide(workspace, message, clock);
        invariants.checkDecision(workspace, message, decision);
        workspace.accept(decision.changes());
        invariants.checkState(workspace);
    }

    private Decision lastDecision() {
        return Objects.requireNonNull(decision, "nothing has happened yet");
    }
}
