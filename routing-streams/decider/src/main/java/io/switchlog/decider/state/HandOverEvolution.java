package io.switchlog.decider.state;

import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallEvent.CallForgotten;
import io.switchlog.contract.CallEvent.CallKept;
import io.switchlog.contract.CallEvent.CallParked;
import io.switchlog.contract.CallEvent.CallRetrieved;
import io.switchlog.contract.CallEvent.TransferReturned;
import io.switchlog.contract.CallEvent.TransferStarted;
import io.switchlog.decider.state.Call.Parking;
import io.switchlog.decider.state.Stage.HandOver;
import io.switchlog.decider.state.Stage.HandedOver;
import io.switchlog.decider.state.Stage.Parked;
import io.switchlog.decider.state.Stage.Talking;
import java.time.Instant;

/** How events change calls on their way from one agent to another, by the parking lot or directly. */
final class HandOverEvolution {

    private HandOverEvolution() {}

    static void park(Draft draft, CallParked e) {
        Parked parked = new Parked(draft.sequence(), deadline(draft, e.timeoutSeconds()));
        Placement.move(
                draft,
                e.callSid(),
                call -> call.instructed(e.callControl(), draft.sequence())
                        .at(parked)
                        .inStep(e.step())
                        .parkedIn(new Parking(e.agentId(), e.parkedAt(), e.forgotten())));
    }

    static void forget(Draft draft, CallForgotten e) {
        Parked parked = new Parked(draft.sequence(), deadline(draft, e.timeoutSeconds()));
        draft.change(e.callSid(), call -> {
            Instant parkedAt =
                    call.parking() == null ? draft.now() : call.parking().parkedAt();
            return call.at(parked)
                    .parkedIn(new Parking(e.agentId(), parkedAt, true))
                    .askingAnew();
        });
    }

    static void retrieve(Draft draft, CallRetrieved e) {
        Instant deadline = deadline(draft, e.timeoutSeconds());
        handOver(
                draft,
                e.callSid(),
                e.step(),
                new HandedOver(e.agentId(), e.requestedBy(), HandOver.RETRIEVE, draft.sequence(), deadline),
                e.callControl());
    }

    static void startTransfer(Draft draft, TransferStarted e) {
        Instant deadline = deadline(draft, e.timeoutSeconds());
        handOver(
                draft,
                e.callSid(),
                e.step(),
                new HandedOver(e.agentId(), e.from(), HandOver.TRANSFER, draft.sequence(), deadline),
                e.callControl());
    }

    static void returnTransfer(Draft draft, TransferReturned e) {
        Instant deadline = deadline(draft, e.timeoutSeconds());
        handOver(
                draft,
                e.callSid(),
                e.step(),
                new HandedOver(e.agentId(), e.agentId(), HandOver.RETURN, draft.sequence(), deadline),
                e.callControl());
    }

    static void keep(Draft draft, CallKept e) {
        Talking talking = new Talking(e.agentId(), e.legSid(), draft.sequence(), e.answeredAt(), null);
        Placement.move(
                draft, e.callSid(), call -> call.at(talking).inStep(e.step()).parkedIn(null));
    }

    private static void handOver(
            Draft draft, String callSid, int step, HandedOver handedOver, CallControl callControl) {
        Placement.move(
                draft,
                callSid,
                call -> call.instructed(callControl, draft.sequence())
                        .at(handedOver)
                        .inStep(step));
    }

    private static Instant deadline(Draft draft, int timeoutSeconds) {
        return draft.now().plusSeconds(timeoutSeconds);
    }
}
