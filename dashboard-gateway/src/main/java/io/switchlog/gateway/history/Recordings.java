package io.switchlog.gateway.history;

import io.switchlog.gateway.GatewaySettings;
import io.switchlog.gateway.problem.Problems;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * The sound of recordings, from Twilio by their SID alone: whatever URL a webhook brought is not asked, and browsers never see
 * Twilio's. See https://www.twilio.com/docs/voice/api/recording#fetch-a-recording-media-file.
 */
@Component
final class Recordings {

    private static final Logger log = LoggerFactory.getLogger(Recordings.class);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(15);

    /** Bytes. Two minutes, the longest message, are 2 MB of telephone sound as WAV. */
    private static final int GREATEST = 10_000_000;

    private final RestClient twilio;
    private final GatewaySettings.TwilioAccount account;

    Recordings(GatewaySettings settings) {
        account = settings.twilio();
        // A redirect would take the key along to wherever it leads, so there is none.
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(READ_TIMEOUT);
        twilio = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(account.baseUrl())
                .defaultHeaders(headers -> headers.setBasicAuth(account.apiKeySid(), account.apiKeySecret()))
                .build();
    }

    /** A recording's sound. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Media(MediaType type, byte[] bytes) {}

    /**
     * Fetches it.
     *
     * @throws ErrorResponseException 404 when Twilio does not have it any more, 503 when it does not say
     */
    Media fetch(String recordingSid) {
        try {
            return twilio.get()
                    .uri(
                            "/2010-04-01/Accounts/{account}/Recordings/{recording}.wav",
                            account.accountSid(),
                            recordingSid)
                    .exchange((_, response) -> read(recordingSid, response));
        } catch (ResourceAccessException e) {
            throw away(
                    recordingSid,
                    "no answer: " + e.getMostSpecificCause().getClass().getSimpleName());
        }
    }

    private static Media read(String recordingSid, ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        if (status == HttpStatus.NOT_FOUND.value()) {
            throw Problems.exception(Problems.of(
                    HttpStatus.NOT_FOUND,
                    "recording-gone",
                    "Twilio does not have this recording",
                    "It was deleted at Twilio; its transcription, if there is one, is kept"));
        }
        if (status != HttpStatus.OK.value()) {
            throw away(recordingSid, "HTTP " + status);
        }
        byte[] bytes = response.getBody().readNBytes(GREATEST + 1);
        if (bytes.length > GREATEST) {
            throw away(recordingSid, "more than " + GREATEST + " bytes");
        }
        MediaType type = response.getHeaders().getContentType();
        return new Media(
                type == null || !type.getType().equals("audio") ? MediaType.parseMediaType("audio/x-wav") : type,
                bytes);
    }

    private static ErrorResponseException away(String recordingSid, String what) {
        log.warn("recording {} could not be fetched from Twilio: {}", recordingSid, what);
        return Problems.tryAgain("recording-away", "Twilio did not hand out the recording (" + what + ")");
    }
}
