package io.switchlog.simulation.twilio;

import io.switchlog.contract.CallStatus;
import io.switchlog.simulation.twilio.Document.Place;

/** One agent's leg of a Dial, from the first ring to its end. */
public final class AgentLeg {

    private static final int SCREENING_PAUSE_MILLIS = 1_000;

    enum Phase {
        RINGING,
        SCREENED,
        BRIDGED,
        OVER
    }

    private final Line line;
    private final DialVerb dial;
    private final String callSid;
    private final String agentId;
    private final String legSid;
    private final Place place;

    private Phase phase = Phase.RINGING;
    private CallStatus status = CallStatus.RINGING;
    private boolean wasAnswered;
    private int sequenceNumber;

    AgentLeg(Line line, DialVerb dial, String callSid, String agentId, Place place) {
        this.line = line;
        this.dial = dial;
        this.callSid = callSid;
        this.agentId = agentId;
        this.legSid = "CA" + line.world().chance().word(6);
        this.place = place;
    }

    public String callSid() {
        return callSid;
    }

    public boolean isRinging() {
        return phase == Phase.RINGING;
    }

    public boolean isOver() {
        return phase == Phase.OVER;
    }

    boolean wasAnswered() {
        return wasAnswered;
    }

    CallStatus status() {
        return status;
    }

    String agentId() {
        return agentId;
    }

    /** Rings the device; without one the leg is over at once. */
    void begin() {
        Device device = line.devices().apply(agentId);
        report(CallStatus.RINGING);
        if (device.isConnected()) {
            device.rings(this);
        } else {
            end(CallStatus.NO_ANSWER);
        }
    }

    /** The device is picked up, and Twilio asks, before it bridges. */
    public void accept() {
        if (phase == Phase.RINGING) {
            phase = Phase.SCREENED;
            wasAnswered = true;
            line.world().trace().note(agentId, () -> "picks up " + this);
            line.world().truth().pickedUp(callSid, agentId, line.world().now());
            report(CallStatus.IN_PROGRESS);
            dial.isAnswered(this);
            screen(new Webhook.AgentAnswer(callSid, agentId, legSid, place));
        }
    }

    public void reject() {
        if (phase == Phase.RINGING) {
            line.world().trace().note(agentId, () -> "rejects " + this);
            end(CallStatus.BUSY);
            dial.goOn();
        }
    }

    /** The agent hangs up on the device, or the device is gone. */
    public void hangUp() {
        if (phase != Phase.OVER) {
            line.world().trace().note(agentId, () -> "is gone from " + this);
            end(isRinging() ? CallStatus.NO_ANSWER : CallStatus.COMPLETED);
            dial.goOn();
        }
    }

    private void screen(Webhook.Fetch request) {
        line.network().fetch(request, this::obey, this::turnAway);
    }

    private void obey(Document document) {
        if (phase != Phase.SCREENED) {
            return;
        }
        switch (document) {
            case Document.Nothing _ -> dial.bridge(this);
            case Document.AskAgain(int seconds, Webhook.Fetch next) ->
                line.world().in(seconds * (long) SCREENING_PAUSE_MILLIS, () -> {
                    if (phase == Phase.SCREENED) {
                        screen(next);
                    }
                });
            case Document.HangUp _, Document.Farewell _, Document.Dial _, Document.LeaveMessage _, Document.Music _ ->
                turnAway();
        }
    }

    private void turnAway() {
        if (phase == Phase.SCREENED) {
            end(CallStatus.COMPLETED);
            dial.goOn();
        }
    }

    void bridge() {
        phase = Phase.BRIDGED;
        line.world().trace().note(agentId, () -> "is bridged: " + this);
        line.world().truth().bridged(callSid, agentId, line.world().now());
    }

    boolean isBridged() {
        return phase == Phase.BRIDGED;
    }

    /** A leg that was up is completed, one that still rang is cancelled. */
    void endByState() {
        if (phase != Phase.OVER) {
            end(isRinging() ? CallStatus.CANCELED : CallStatus.COMPLETED);
        }
    }

    void end(CallStatus finalStatus) {
        if (phase == Phase.BRIDGED) {
            line.world().truth().unbridged(callSid, agentId, line.world().now());
        }
        phase = Phase.OVER;
        report(finalStatus);
        line.devices().apply(agentId).isOver(this);
    }

    private void report(CallStatus newStatus) {
        status = newStatus;
        line.network().report(new Webhook.ClientStatus(callSid, agentId, legSid, place, newStatus, sequenceNumber++));
    }

    @Override
    public String toString() {
        return legSid + " of " + callSid;
    }
}
