package io.switchlog.decider;

import static io.switchlog.decider.Facts.repeats;
import static io.switchlog.decider.Scenario.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentCommand;
import io.switchlog.contract.Availability;
import io.switchlog.contract.Cause;
import io.switchlog.contract.CommandEvent.CommandRejected;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.Role;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Attendance;
import io.switchlog.decider.state.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stuck partition would stop every call of a workspace, so even a bug must become a decision. */
class BugsTest {

    private static final CommandMessage GOES_AWAY = new CommandMessage(
            "demo", "click", Actor.agent("ann"), new AgentCommand.SetAvailability("ann", Availability.AWAY, null));

    /** A store that lost a call: ann is rung for one that is not there. */
    private final Workspace damaged = Workspace.restore(
            new Workspace().head(),
            List.of(),
            List.of(new Agent(
                    "ann",
                    "Ann Example",
                    Role.AGENT,
                    1,
                    Availability.AVAILABLE,
                    null,
                    Attendance.UNPROVEN,
                    MORNING,
                    List.of(),
                    List.of("CA1"),
                    List.of())),
            List.of());

    @Test
    void an_exception_becomes_a_refusal_that_names_its_cause() {
        Decision decision = Decider.decide(damaged, GOES_AWAY, MORNING);

        assertThat(decision.events())
                .containsExactly(new CommandRejected(
                        RefusalReason.INTERNAL_ERROR,
                        "java.lang.IllegalStateException: an event about the unknown call CA1",
                        null));
    }

    @Test
    void what_was_decided_before_the_exception_leaves_no_trace() {
        damaged.accept(Decider.decide(damaged, GOES_AWAY, MORNING).changes());

        assertThat(damaged.agent("ann")).extracting(Agent::availability).isEqualTo(Availability.AVAILABLE);
        assertThat(damaged.head().sequence()).isEqualTo(1);
    }

    @Test
    void a_repetition_is_told_the_same() {
        damaged.accept(Decider.decide(damaged, GOES_AWAY, MORNING).changes());
        Decision again = Decider.decide(damaged, GOES_AWAY, MORNING);

        assertThat(again.events()).extracting(Facts::of).containsExactly(repeats(1));
    }

    @Test
    void bytes_that_are_no_command_are_refused_and_numbered() {
        Workspace workspace = new Workspace();
        Cause cause = new Cause("3@17", "unknown", Actor.ENGINE, "unknown");
        Decision decision = Decider.reject(workspace, cause, MORNING, RefusalReason.MALFORMED, "data.callSid: missing");
        workspace.accept(decision.changes());

        assertThat(decision.events())
                .containsExactly(new CommandRejected(RefusalReason.MALFORMED, "data.callSid: missing", null));
        assertThat(decision.firstSequence()).isEqualTo(1);
        assertThat(workspace.head().sequence()).isEqualTo(1);
        assertThat(workspace.head().now()).isEqualTo(MORNING);
    }
}
