package io.switchlog.simulation.twilio;

import io.switchlog.contract.CallStatus;
import io.switchlog.simulation.judge.Sound;
import io.switchlog.simulation.world.Consequence;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One {@code <Dial>}: rings all its clients, bridges the first that is let through, and is over when no leg is left. */
final class DialVerb implements Verb {

    /** Twilio adds 5 s to the timeout of a Dial: https://www.twilio.com/docs/voice/twiml/dial#timeout. */
    private static final int ADDED_TO_TIMEOUT_SECONDS = 5;

    private final Line line;
    private final String callSid;
    private final Document.Dial document;
    private final Consumer<Webhook.Fetch> over;
    private final List<AgentLeg> legs;

    private boolean wasBridged;
    private boolean isOver;

    /** @param over is given the action to ask when the Dial has ended by itself */
    DialVerb(Line line, String callSid, Document.Dial document, Consumer<Webhook.Fetch> over) {
        this.line = line;
        this.callSid = callSid;
        this.document = document;
        this.over = over;
        this.legs = document.agentIds().stream()
                .map(agentId -> new AgentLeg(line, this, callSid, agentId, document.place()))
                .toList();
    }

    @Override
    public void begin() {
        line.world().truth().hears(callSid, Sound.RINGING, line.world().now());
        legs.forEach(AgentLeg::begin);
        line.world().in((document.timeoutSeconds() + ADDED_TO_TIMEOUT_SECONDS) * 1_000L, this::stopRinging);
        goOn();
    }

    private void stopRinging() {
        if (!isOver) {
            legs.stream().filter(AgentLeg::isRinging).toList().forEach(leg -> leg.end(CallStatus.NO_ANSWER));
            goOn();
        }
    }

    void isAnswered(AgentLeg answered) {
        if (line.questions().cancelsOthersAtAccept()) {
            endOthers(answered);
        }
    }

    void bridge(AgentLeg winner) {
        endOthers(winner);
        wasBridged = true;
        winner.bridge();
        line.world().truth().hears(callSid, Sound.AGENT, line.world().now());
    }

    private void endOthers(AgentLeg winner) {
        legs.stream().filter(leg -> leg != winner).toList().forEach(AgentLeg::endByState);
    }

    /** A leg has ended: when it was the last, Twilio asks what is next. */
    void goOn() {
        if (!isOver && legs.stream().allMatch(AgentLeg::isOver)) {
            isOver = true;
            over.accept(action(status(), CallStatus.IN_PROGRESS));
        }
    }

    @Override
    public Optional<Webhook.Fetch> cutShort(CallStatus callStatus) {
        isOver = true;
        legs.forEach(AgentLeg::endByState);
        if (!callStatus.isFinal()) {
            line.world().saw(Consequence.DIAL_CUT_SHORT);
            // Told as if the Dial had ended by a normal hang-up, whatever its legs did.
            return Optional.of(action(CallStatus.COMPLETED, callStatus));
        }
        return line.questions().asksActionOnHangUp() ? Optional.of(action(status(), callStatus)) : Optional.empty();
    }

    private Webhook.Fetch action(CallStatus status, CallStatus callStatus) {
        return new Webhook.DialStatus(callSid, document.place(), status, wasBridged, callStatus);
    }

    /** An answered leg makes a Dial completed, even one whose screening hung up. */
    private CallStatus status() {
        if (legs.stream().anyMatch(AgentLeg::wasAnswered)) {
            return CallStatus.COMPLETED;
        }
        List<CallStatus> statuses =
                legs.stream().map(AgentLeg::status).distinct().toList();
        if (statuses.contains(CallStatus.CANCELED)) {
            return CallStatus.CANCELED;
        }
        return statuses.size() == 1 ? statuses.getFirst() : line.questions().mixedRejection();
    }
}
