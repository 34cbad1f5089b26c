package io.switchlog.simulation.ingress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call as an ingress instance knows it.
 *
 * @param pending what is still to be done over REST
 */
record CallView(
        String callSid,
        String workspace,
        Stage stage,
        int step,
        long delivery,
        Instant lastNews,
        @Nullable Instruction pending) {

    /**
     * What is to be done over REST.
     *
     * @param sequence of the event that asks for it
     * @param at time of that event: however often the leg is redirected, and by whichever instance, it is held for a minute from then
     */
    record Instruction(long sequence, Kind kind, Instant at) {
        enum Kind {
            REDIRECT,
            HANG_UP
        }
    }

    static CallView received(String callSid, String workspace, Instant at) {
        return new CallView(callSid, workspace, new Stage.Received(), 0, 0, at, null);
    }

    boolean isOver() {
        return stage instanceof Stage.Ended;
    }

    CallView heardOf(Instant at) {
        return new CallView(callSid, workspace, stage, step, delivery, at, pending);
    }

    CallView at(Stage next) {
        return new CallView(callSid, workspace, next, step, delivery, lastNews, pending);
    }

    CallView inStep(int next) {
        return new CallView(callSid, workspace, stage, next, delivery, lastNews, pending);
    }

    CallView handedOut(long next) {
        return new CallView(callSid, workspace, stage, step, next, lastNews, pending);
    }

    CallView instructed(@Nullable Instruction next) {
        return new CallView(callSid, workspace, stage, step, delivery, lastNews, next);
    }
}
