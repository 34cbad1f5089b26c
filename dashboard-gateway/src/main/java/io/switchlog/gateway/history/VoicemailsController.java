package io.switchlog.gateway.history;

import io.switchlog.contract.AgentCommand.CompleteVoicemail;
import io.switchlog.gateway.calls.Clicks;
import io.switchlog.gateway.problem.Problems;
import io.switchlog.gateway.session.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages that callers left: to listen to, to read, and to be done with. Whoever is signed in may do so in their workspace. */
@RestController
@RequestMapping("/api/voicemails")
class VoicemailsController {

    private static final Pattern SID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final ReadModels readModels;
    private final Messages messages;
    private final Recordings recordings;
    private final Clicks clicks;

    VoicemailsController(ReadModels readModels, Messages messages, Recordings recordings, Clicks clicks) {
        this.readModels = readModels;
        this.messages = messages;
        this.recordings = recordings;
        this.clicks = clicks;
    }

    /**
     * A page of messages, latest first.
     *
     * @param sequence how far history knows the log, at least
     * @param next what the next page is asked for with; null when this is the last
     */
    record Voicemails(
            String workspace,
            long sequence,
            List<Message> voicemails,
            @Nullable String next) {}

    /** Who is done with a message, and the sequence of the decision; 0 where it was done before. */
    record Completed(String recordingSid, String callSid, String completedBy, long sequence) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Voicemails voicemails(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        if (done != null && !done.equals("true") && !done.equals("false")) {
            throw Problems.field("done", "true or false");
        }
        Page page = Page.of(limit, after);
        long sequence = readModels.sequenceOf(me.workspace());
        List<Message> found = messages.find(me.workspace(), done == null ? null : Boolean.valueOf(done), page);
        return new Voicemails(
                me.workspace(),
                sequence,
                page.entriesOf(found),
                page.next(found, message -> new Page.Entry(message.at(), message.recordingSid())));
    }

    @PostMapping(path = "/{recordingSid}/done", produces = MediaType.APPLICATION_JSON_VALUE)
    Completed complete(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String recordingSid,
            @RequestHeader(name = Clicks.IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        Message message = message(me, recordingSid);
        if (message.completedBy() != null) {
            return new Completed(recordingSid, message.callSid(), message.completedBy(), 0);
        }
        long sequence = clicks.decide(me, new CompleteVoicemail(message.callSid(), recordingSid, me.agentId()), key);
        return new Completed(recordingSid, message.callSid(), me.agentId(), sequence);
    }

    /** The sound, in parts if the player asks for them: Spring answers Range for a resource. */
    @GetMapping("/{recordingSid}/recording")
    ResponseEntity<Resource> recording(@AuthenticationPrincipal SignedIn me, @PathVariable String recordingSid) {
        Message message = message(me, recordingSid);
        if (message.recording() == null) {
            throw Problems.exception(Problems.of(
                    HttpStatus.GONE, "caller-erased", "The caller was erased", "The message went with its caller"));
        }
        Recordings.Media media = recordings.fetch(recordingSid);
        return ResponseEntity.ok().contentType(media.type()).body(new ByteArrayResource(media.bytes()));
    }

    private Message message(SignedIn me, String recordingSid) {
        return (SID.matcher(recordingSid).matches()
                        ? messages.find(me.workspace(), recordingSid)
                        : Optional.<Message>empty())
                .orElseThrow(() -> Problems.exception(Problems.of(
                        HttpStatus.NOT_FOUND,
                        "unknown-voicemail",
                        "There is no such message",
                        "Nobody has left this message in your workspace")));
    }
}
