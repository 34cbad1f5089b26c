package io.switchlog.simulation.planted;

import io.switchlog.board.BoardCall;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Outcome;
import io.switchlog.decider.Decision;
import io.switchlog.decider.state.Agent;
import io.switchlog.decider.state.Asked;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Head;
import io.switchlog.decider.state.Stage;
import io.switchlog.decider.state.Timer;
import io.switchlog.projection.fold.ClaimRow;
import io.switchlog.simulation.twilio.Document;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Mistakes in what is kept, counted and timed, and at the seams of the simulated log and edge. */
@SuppressWarnings("UnusedVariable") // An assignment to a parameter is one to the method's own variable.
public final class StateMistakes {

    private StateMistakes() {}

    /** However many calls an agent holds. */
    public static final class CapacityIsIgnored {
        @Advice.OnMethodExit
        static void hasFreeCapacity(@Advice.Return(readOnly = false) boolean has) {
            has = true;
        }
    }

    /** A claim needs no offer. */
    public static final class AnybodyMayClaim {
        @Advice.OnMethodExit
        static void ringsFor(@Advice.Return(readOnly = false) boolean rings) {
            rings = true;
        }
    }

    /** The call is over, and its agent stays "on a call". */
    public static final class AgentStaysOnTheCall {
        @Advice.OnMethodExit
        static void freeOf(@Advice.This Agent agent, @Advice.Return(readOnly = false) Agent after) {
            after = agent;
        }
    }

    /** A repetition is decided as if it were new. */
    public static final class AnswersAreForgotten {
        @Advice.OnMethodExit
        static void outcomeOf(@Advice.Return(readOnly = false) @Nullable Outcome outcome) {
            outcome = null;
        }
    }

    /** What was answered before a restart is answered anew after it. */
    public static final class RestartForgetsAnswers {
        @Advice.OnMethodEnter
        static void restore(@Advice.Argument(value = 3, readOnly = false) List<?> remembered) {
            remembered = List.of();
        }
    }

    /** A long decision begins one number too high. */
    public static final class NumberIsSkipped {
        @Advice.OnMethodExit
        static void firstSequence(@Advice.This Decision decision, @Advice.Return(readOnly = false) long first) {
            first += decision.events().size() > 3 ? 1 : 0;
        }
    }

    /** A buffer that is too small for most events. */
    public static final class HashCoversTheBeginning {
        @Advice.OnMethodEnter
        static void hashOf(@Advice.Argument(value = 0, readOnly = false) byte[] event) {
            event = Arrays.copyOf(event, Math.min(event.length, 256));
        }
    }

    /** The log's clock is believed even when it jumps back. */
    public static final class TimeIsNotClamped {
        @Advice.OnMethodExit
        static void atTime(
                @Advice.This Head before,
                @Advice.Argument(0) Instant time,
                @Advice.Return(readOnly = false) Head after) {
            after = new Head(before.sequence(), time, before.settings());
        }
    }

    /** Nothing happens when a claimant's device does not come up. */
    public static final class ConnectTimerIsLost {
        @Advice.OnMethodExit
        static void timer(@Advice.This Call call, @Advice.Return(readOnly = false) @Nullable Timer timer) {
            timer = call.stage() instanceof Stage.Connecting ? null : timer;
        }
    }

    /** Milliseconds taken for seconds, say. */
    public static final class TimersElapseEarly {
        @Advice.OnMethodEnter
        static void timersDue(@Advice.Argument(value = 0, readOnly = false) Instant at) {
            at = at.plusSeconds(30);
        }
    }

    public static final class TimersNeverElapse {
        @Advice.OnMethodExit
        static void timersToAppend(@Advice.Return(readOnly = false) List<CommandMessage> commands) {
            commands = List.of();
        }
    }

    /** A setting that is not from the log. */
    public static final class SettingComesFromAClock {
        @Advice.OnMethodExit
        static void dialTimeoutSeconds(@Advice.Return(readOnly = false) int seconds) {
            seconds += (int) (System.nanoTime() >> 4 & 1);
        }
    }

    public static final class DeclineIsForgotten {
        @Advice.OnMethodExit
        static void declinedBy(@Advice.This Asked asked, @Advice.Return(readOnly = false) Asked after) {
            after = asked;
        }
    }

    /** The iteration order of {@code Set.copyOf} differs from JVM to JVM. */
    public static final class OrderComesFromASet {
        @Advice.OnMethodExit
        static void ringingAgentIds(@Advice.Return(readOnly = false) List<String> agentIds) {
            agentIds = List.copyOf(Set.copyOf(agentIds));
        }
    }

    /** At-least-once: an instance that was given up writes all the same. */
    public static final class ZombieIsNotFenced {
        @Advice.OnMethodExit
        static void isFenced(@Advice.Return(readOnly = false) boolean fenced) {
            fenced = false;
        }
    }

    /** A parked call is shown beside the agent who parked it. */
    public static final class BoardKeepsTheParker {
        @Advice.OnMethodExit
        static void agentId(@Advice.This BoardCall call, @Advice.Return(readOnly = false) @Nullable String agentId) {
            BoardCall.Parking parking = call.parking();
            agentId = agentId == null && parking != null ? parking.parkedBy() : agentId;
        }
    }

    /** Of two projections the slower one writes all the same. */
    public static final class ProjectionIsNotFenced {
        @Advice.OnMethodExit
        static void isFenced(@Advice.Return(readOnly = false) boolean fenced) {
            fenced = false;
        }
    }

    /** What was answered before a restart of the projection is not taken up again after it. */
    public static final class AnsweredGrantIsNotTakenUp {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean hold(@Advice.Argument(0) ClaimRow row) {
            return row.answeredAt() != null;
        }
    }

    /** Whatever was decided about a pick-up, the leg is let through. */
    public static final class ScreeningIsSkipped {
        @Advice.OnMethodExit
        static void screen(@Advice.Return(readOnly = false) Document document) {
            document = new Document.Nothing();
        }
    }

    /** Nobody rings just now, so there is nothing to say; Twilio drops the caller. */
    public static final class DocumentIsEmpty {
        @Advice.OnMethodExit
        static void current(@Advice.Return(readOnly = false) Document document) {
            document = document instanceof Document.HangUp ? new Document.Nothing() : document;
        }
    }
}
