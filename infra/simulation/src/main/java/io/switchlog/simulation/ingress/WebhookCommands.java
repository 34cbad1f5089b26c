package io.switchlog.simulation.ingress;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.Command;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Personal;
import io.switchlog.contract.RecordingStatus;
import io.switchlog.contract.TranscriptionStatus;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.EndDial;
import io.switchlog.contract.TwilioCommand.PickUp;
import io.switchlog.contract.TwilioCommand.ReceiveCall;
import io.switchlog.contract.TwilioCommand.RecordVoicemail;
import io.switchlog.contract.TwilioCommand.ReportAgentLeg;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import io.switchlog.contract.TwilioCommand.TranscribeVoicemail;
import io.switchlog.contract.WireName;
import io.switchlog.simulation.twilio.Document.Place;
import io.switchlog.simulation.twilio.Webhook;
import org.jspecify.annotations.Nullable;

/** The command that a webhook becomes, with the id that it has however often Twilio sends it. */
final class WebhookCommands {

    private WebhookCommands() {}

    /** Returns null for a leg that only asks, and has nothing to report. */
    static @Nullable CommandMessage of(Webhook.Fetch webhook) {
        return switch (webhook) {
            case Webhook.Held held -> of(held.request());
            case Webhook.Voice w ->
                message(workspaceOf(w.to()), "voice", new ReceiveCall(w.callSid(), sealed(w.from()), w.to()));
            case Webhook.DialStatus w -> {
                Place place = w.place();
                yield message(
                        place.workspace(),
                        "dial-status:" + place.step() + ":" + place.delivery(),
                        new EndDial(
                                w.callSid(), place.step(), place.delivery(), w.status(), w.bridged(), w.callStatus()));
            }
            case Webhook.Connect(String callSid, String workspace, Webhook.Redirect redirect) ->
                redirect == null
                        ? null
                        : message(
                                workspace,
                                "connect:" + redirect.instruction() + ":" + redirect.id(),
                                new ReportCallControl(
                                        callSid, redirect.instruction(), CallControlOutcome.FETCHED, null, null));
            case Webhook.Voicemail w -> {
                Place place = w.place();
                yield message(
                        w.workspace(),
                        "voicemail:"
                                + (place == null
                                        ? "stand-in:" + w.recordingSid()
                                        : place.step() + ":" + place.delivery()),
                        new RecordVoicemail(
                                w.callSid(),
                                place == null ? null : place.step(),
                                place == null ? null : place.delivery(),
                                w.recordingSid(),
                                RecordingStatus.IN_PROGRESS,
                                w.seconds(),
                                w.callStatus()));
            }
            case Webhook.AgentAnswer(String callSid, String agentId, String legSid, Place place) ->
                message(
                        place.workspace(),
                        "agent-answer:" + legSid,
                        new PickUp(callSid, agentId, legSid, place.step(), place.delivery()));
        };
    }

    /** @param workspace that the call belongs to; a report about the whole call does not name it */
    static CommandMessage of(Webhook.Report webhook, String workspace) {
        return switch (webhook) {
            case Webhook.ClientStatus w ->
                message(
                        workspace,
                        "client-status:" + w.legSid() + ":" + w.sequenceNumber(),
                        new ReportAgentLeg(
                                w.callSid(),
                                w.agentId(),
                                w.legSid(),
                                w.place().step(),
                                w.place().delivery(),
                                w.status()));
            case Webhook.CallStatusChanged w ->
                message(workspace, "call-status:0", new EndCall(w.callSid(), w.status(), w.changedAt()));
            case Webhook.RecordingReady w ->
                message(
                        workspace,
                        "recording:" + w.recordingSid() + ":" + WireName.of(w.status()),
                        new RecordVoicemail(w.callSid(), null, null, w.recordingSid(), w.status(), w.seconds(), null));
            case Webhook.TranscriptionReady w ->
                message(
                        workspace,
                        "transcription:" + w.recordingSid() + ":completed",
                        new TranscribeVoicemail(
                                w.callSid(), w.recordingSid(), TranscriptionStatus.COMPLETED, sealed(w.callSid())));
        };
    }

    /** A number is called as its owner is: the simulation's numbers are names of workspaces. */
    static String workspaceOf(String number) {
        return number;
    }

    private static CommandMessage message(String workspace, String commandId, Command command) {
        return new CommandMessage(workspace, commandId, Actor.TWILIO, command);
    }

    /** Nobody opens it here. */
    private static Personal sealed(String text) {
        return new Personal("key-1", text, "c2VhbGVk");
    }
}
