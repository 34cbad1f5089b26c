package io.switchlog.gateway.history;

import io.switchlog.contract.Cause;
import java.util.Map;

/** Commands in plain words, as far as their names tell. */
final class Requests {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("ReceiveCall", "Twilio asks what to do with a new call"),
            Map.entry("ReportAgentLeg", "Twilio reports on an agent's phone"),
            Map.entry("PickUp", "Twilio reports that a phone was picked up"),
            Map.entry("EndDial", "Twilio reports that it has stopped ringing phones"),
            Map.entry("EndCall", "Twilio reports on the caller's line"),
            Map.entry("RecordVoicemail", "Twilio reports on a recording"),
            Map.entry("TranscribeVoicemail", "Twilio reports on a transcription"),
            Map.entry("ReportCallControl", "Twilio's answer to a request of ours"),
            Map.entry("ClaimCall", "%s clicks on Answer"),
            Map.entry("DeclineCall", "%s clicks on Decline"),
            Map.entry("ParkCall", "%s clicks on Park"),
            Map.entry("RetrieveCall", "%s takes the call from the parking lot"),
            Map.entry("TransferCall", "%s hands the call over"),
            Map.entry("HangUpCall", "%s clicks on Hang up"),
            Map.entry("CompleteVoicemail", "%s marks the message as done"),
            Map.entry("SetAvailability", "%s says whether they are available"),
            Map.entry("SendHeartbeat", "%s's browser says that it is there"),
            Map.entry("CloseStream", "%s's browser has closed its stream"),
            Map.entry("ConfigureRouting", "%s changes the settings"),
            Map.entry("RegisterAgent", "%s changes an agent"),
            Map.entry("ElapseTimer", "A time is up"),
            Map.entry("ElapseAgentTimer", "An agent has not been heard for too long"));

    private Requests() {}

    /** Who wanted or reported what; the command's name where we have no words for it. */
    static String inWords(Cause cause, Map<String, String> names) {
        String agentId = cause.actor().id();
        return WORDS.getOrDefault(cause.commandType(), cause.commandType())
                .formatted(names.getOrDefault(agentId, agentId));
    }
}
