package io.switchlog.decider;

import io.switchlog.contract.Offer.Verdict;
import java.time.Instant;
import net.bytebuddy.asm.Advice;

/** Mistakes in who counts as there; see {@link RuleMistakes}. */
@SuppressWarnings("UnusedVariable") // An assignment to a parameter is one to the rule's own variable.
public final class PresenceMistakes {

    private PresenceMistakes() {}

    /** What agents say is taken for true. */
    public static final class WordsAreTakenForProof {
        @Advice.OnMethodExit
        static void judge(@Advice.Return(readOnly = false) Verdict verdict) {
            verdict = verdict == Verdict.UNPROVEN ? Verdict.CHOSEN : verdict;
        }
    }

    /** Only the first heartbeat counts. */
    public static final class HeartbeatsMoveNothing {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean hear(@Advice.Argument(1) io.switchlog.decider.state.Agent agent) {
            return agent.attendance().heardUntil() != null;
        }
    }

    /** A page that sleeps is believed for a day. */
    public static final class SilenceIsNotNoticed {
        @Advice.OnMethodEnter
        static void hear(@Advice.Argument(value = 2, readOnly = false) Instant until) {
            until = until.plusSeconds(86_400);
        }
    }

    /** Calls ring on for somebody who is lost. */
    public static final class TheLostRingOn {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean withdrawAll() {
            return true;
        }
    }
}
