package io.switchlog.decider.state;

import java.util.function.UnaryOperator;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Mistakes about where a call is, and whose it is there. */
@SuppressWarnings("UnusedVariable") // An assignment to a parameter is one to the method's own variable.
public final class PlaceMistakes {

    private PlaceMistakes() {}

    /** The call is parked, and whoever parked it stays "on a call". */
    public static final class ParkingDoesNotFree {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean move(
                @Advice.Argument(0) Draft draft,
                @Advice.Argument(1) String callSid,
                @Advice.Argument(2) UnaryOperator<Call> change) {
            Call before = draft.call(callSid);
            if (before == null || !(change.apply(before).stage() instanceof Stage.Parked)) {
                return false;
            }
            draft.change(callSid, change);
            return true;
        }
    }

    /** Whoever hands a call over has room for another one at once. */
    public static final class ReservedAgentIsRung {
        @Advice.OnMethodExit
        static void hasFreeCapacity(@Advice.This Agent agent, @Advice.Return(readOnly = false) boolean has) {
            has = agent.callSids().size() < agent.maxConcurrentCalls();
        }
    }

    /** Nothing happens when the device of whom a call was handed to does not come up. */
    public static final class HandOverTimerIsLost {
        @Advice.OnMethodExit
        static void timer(@Advice.This Call call, @Advice.Return(readOnly = false) @Nullable Timer timer) {
            timer = call.stage() instanceof Stage.HandedOver ? null : timer;
        }
    }
}
