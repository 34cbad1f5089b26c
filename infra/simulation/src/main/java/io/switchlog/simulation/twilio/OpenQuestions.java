package io.switchlog.simulation.twilio;

import io.switchlog.contract.CallStatus;
import io.switchlog.simulation.world.Chance;

/**
 * What no source tells about Twilio, answered one way or the other for a whole history.
 *
 * @param cancelsOthersAtAccept whether the other legs of a Dial are cancelled when one is picked up, or only when one is bridged
 * @param asksActionOnHangUp whether a Dial's action is requested when the caller hangs up
 * @param mixedRejection the status of a Dial that some rejected and others did not answer
 * @param redirectsRingingLegs whether REST redirects a leg that has not been answered, or says 21220
 * @param asksActionLateByMillis by how much at most the action of a verb that a redirect has cut short comes later than measured:
 *     before the redirect's own URL or after it
 */
record OpenQuestions(
        boolean cancelsOthersAtAccept,
        boolean asksActionOnHangUp,
        CallStatus mixedRejection,
        boolean redirectsRingingLegs,
        int asksActionLateByMillis) {

    private static final int LONGEST_DELAY_MILLIS = 4_000;

    static OpenQuestions drawn(Chance chance) {
        return new OpenQuestions(
                chance.of(0.5),
                chance.of(0.5),
                chance.of(0.5) ? CallStatus.BUSY : CallStatus.NO_ANSWER,
                chance.of(0.5),
                chance.of(0.5) ? 0 : LONGEST_DELAY_MILLIS);
    }
}
