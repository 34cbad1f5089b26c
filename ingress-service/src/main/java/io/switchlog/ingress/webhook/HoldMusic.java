package io.switchlog.ingress.webhook;

import io.switchlog.ingress.twiml.Links;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What parked callers hear where nobody has chosen anything else. It tells nothing about anybody, so no signature is asked for,
 * and Twilio may keep it: see https://www.twilio.com/docs/voice/twiml/play#hints-and-advanced-uses on caching.
 */
@RestController
class HoldMusic {

    private static final MediaType WAV = MediaType.parseMediaType("audio/wav");
    private static final Duration MAY_BE_KEPT = Duration.ofDays(1);

    private final byte[] wav;
    private final String etag;

    HoldMusic() throws IOException {
        this.wav = new ClassPathResource("hold-music.wav").getContentAsByteArray();
        this.etag = '"' + DigestUtils.md5DigestAsHex(wav) + '"';
    }

    @GetMapping(Links.HOLD_MUSIC)
    ResponseEntity<byte[]> holdMusic() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(MAY_BE_KEPT).cachePublic())
                .eTag(etag)
                .contentType(WAV)
                .body(wav);
    }
}
