package io.switchlog.ingress.webhook;

import io.switchlog.client.CallerDetails;
import io.switchlog.contract.Actor;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Personal;
import io.switchlog.contract.RecordingStatus;
import io.switchlog.contract.TranscriptionStatus;
import io.switchlog.contract.TwilioCommand.RecordVoicemail;
import io.switchlog.contract.TwilioCommand.TranscribeVoicemail;
import io.switchlog.contract.WireName;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.calls.LiveCalls;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** A caller's message: left, available, put in writing. */
@RestController
class VoicemailWebhooks {

    static final String VOICEMAIL = "/twilio/voicemail";

    private static final Pattern LAST_SEGMENT = Pattern.compile(".*/([A-Za-z0-9_-]{1,64})(\\.[a-z0-9]+)?");

    private final Workspaces workspaces;
    private final LiveCalls calls;
    private final CallerSeal seal;
    private final CallerLeg callerLeg;
    private final StatusCallbacks callbacks;

    VoicemailWebhooks(
            Workspaces workspaces, LiveCalls calls, CallerSeal seal, CallerLeg callerLeg, StatusCallbacks callbacks) {
        this.workspaces = workspaces;
        this.calls = calls;
        this.seal = seal;
        this.callerLeg = callerLeg;
        this.callbacks = callbacks;
    }

    /** The caller has spoken (or hung up over it). The media may not exist yet, whatever the parameters say. */
    @PostMapping(VOICEMAIL)
    ResponseEntity<String> voicemail(@RequestAttribute(WebhookRequest.ATTRIBUTE) WebhookRequest request) {
        String callSid = request.sid("CallSid");
        OptionalInt step = request.findStep();
        OptionalLong delivery = request.findNumber("delivery");
        String recordingSid = recordingSid(request);
        // The stand-in voicemail is no delivery of the call's, so its action names none.
        String document = step.isPresent() ? step.getAsInt() + ":" + request.delivery() : "stand-in:" + recordingSid;
        return callerLeg.decide(
                request,
                new CommandMessage(
                        workspaces.of(callSid, request),
                        "voicemail:" + document,
                        Actor.TWILIO,
                        new RecordVoicemail(
                                callSid,
                                step.isPresent() ? step.getAsInt() : null,
                                delivery.isPresent() ? delivery.getAsLong() : null,
                                recordingSid,
                                RecordingStatus.IN_PROGRESS,
                                durationSeconds(request),
                                request.word("CallStatus", CallStatus.class))));
    }

    @PostMapping("/twilio/recording-status")
    ResponseEntity<?> recordingStatus(
            @RequestAttribute(WebhookRequest.ATTRIBUTE) WebhookRequest request, HttpServletRequest http) {
        String callSid = request.sid("CallSid");
        String recordingSid = request.sid("RecordingSid");
        RecordingStatus status = request.word("RecordingStatus", RecordingStatus.class);
        return callbacks.take(
                http,
                new CommandMessage(
                        workspaces.of(callSid, request),
                        "recording:" + recordingSid + ":" + WireName.of(status),
                        Actor.TWILIO,
                        new RecordVoicemail(
                                callSid, null, null, recordingSid, status, durationSeconds(request), null)));
    }

    @PostMapping("/twilio/transcription")
    ResponseEntity<?> transcription(
            @RequestAttribute(WebhookRequest.ATTRIBUTE) WebhookRequest request, HttpServletRequest http) {
        String callSid = request.sid("CallSid");
        String recordingSid = request.sid("RecordingSid");
        TranscriptionStatus status = request.word("TranscriptionStatus", TranscriptionStatus.class);
        String transcriptionSid = request.findSid("TranscriptionSid");
        String commandId = "transcription:" + (transcriptionSid == null ? recordingSid : transcriptionSid) + ":"
                + WireName.of(status);
        String workspace = workspaces.of(callSid, request);
        return callbacks.take(
                http,
                callSid,
                text(request, callSid, status)
                        .thenApply(text -> new CommandMessage(
                                workspace,
                                commandId,
                                Actor.TWILIO,
                                new TranscribeVoicemail(callSid, recordingSid, status, text))));
    }

    /** RecordingSid, or the same from the end of RecordingUrl; null when Twilio names neither. */
    static @Nullable String recordingSid(WebhookRequest request) {
        String sid = request.findSid("RecordingSid");
        String url = request.find("RecordingUrl");
        if (sid != null || url == null) {
            return sid;
        }
        Matcher lastSegment = LAST_SEGMENT.matcher(url);
        if (!lastSegment.matches()) {
            throw new BadParameterException("RecordingUrl", "a URL that ends in the recording's SID");
        }
        return lastSegment.group(1);
    }

    private CompletableFuture<@Nullable Personal> text(
            WebhookRequest request, String callSid, TranscriptionStatus status) {
        String text = request.find("TranscriptionText");
        if (status == TranscriptionStatus.FAILED || text == null) {
            return CompletableFuture.completedFuture(null);
        }
        return seal.seal(callersNumber(request, callSid), text.getBytes(StandardCharsets.UTF_8))
                .thenApply(personal -> personal);
    }

    /** Whose key the words are sealed under: Twilio says it, else the call does. */
    private String callersNumber(WebhookRequest request, String callSid) {
        if (request.find("From") != null) {
            return request.text("From");
        }
        return calls.find(callSid)
                .map(LiveCall::caller)
                .flatMap(seal::openCaller)
                .map(CallerDetails::number)
                .orElseThrow(() -> new BadParameterException("From", "the caller's number, as this call is not known"));
    }

    /** Twilio says -1 where it knows no duration. */
    private static @Nullable Integer durationSeconds(WebhookRequest request) {
        if ("-1".equals(request.find("RecordingDuration"))) {
            return null;
        }
        OptionalLong seconds = request.findNumber("RecordingDuration");
        return seconds.isPresent() ? (int) Math.min(seconds.getAsLong(), Integer.MAX_VALUE) : null;
    }
}
