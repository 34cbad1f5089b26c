package io.switchlog.simulator.rest;

import io.switchlog.simulator.account.Account;
import io.switchlog.simulator.recording.Recordings;
import io.switchlog.simulator.recording.SilentWav;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The media of recordings: WAV, as Twilio answers with and without the extension. */
@RestController
@RequestMapping("/2010-04-01/Accounts/{accountSid}/Recordings")
class RecordingsEndpoint {
    private final Account account;
    private final Recordings recordings;

    RecordingsEndpoint(Account account, Recordings recordings) {
        this.account = account;
        this.recordings = recordings;
    }

    @GetMapping({"/{recordingSid}.wav", "/{recordingSid:[^.]+}"})
    ResponseEntity<?> media(@PathVariable String accountSid, @PathVariable String recordingSid) {
        if (accountSid.equals(account.sid()) && recordings.exists(recordingSid)) {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("audio/x-wav"))
                    .body(SilentWav.bytes());
        }
        TwilioError error = TwilioError.notFound("/Recordings/" + recordingSid);
        return ResponseEntity.status(error.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(error);
    }
}
