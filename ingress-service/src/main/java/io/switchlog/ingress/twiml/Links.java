package io.switchlog.ingress.twiml;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The URLs that we give to Twilio, all absolute: TwiML that is handed over by REST has nothing to be relative to, and
 * signatures cover the whole.
 */
public final class Links {

    /** Where a caller's leg asks for what it shall do next. */
    public static final String CONNECT = "/twilio/connect";

    /** The same for a parked call, so that Twilio's own list of requests shows who was sent where. */
    public static final String PARK = "/twilio/park";

    /** What parked callers hear, unless it comes from elsewhere. */
    public static final String HOLD_MUSIC = "/twilio/hold-music.wav";

    static final String DIAL_STATUS = "/twilio/dial-status";
    static final String AGENT_ANSWER = "/twilio/agent-answer";
    static final String CLIENT_STATUS = "/twilio/client-status";
    static final String VOICEMAIL = "/twilio/voicemail";
    static final String RECORDING_STATUS = "/twilio/recording-status";
    static final String TRANSCRIPTION = "/twilio/transcription";

    private final String publicBaseUrl;

    /**
     * Links to one place.
     *
     * @param publicBaseUrl without a slash at the end
     */
    public Links(String publicBaseUrl) {
        this.publicBaseUrl = publicBaseUrl;
    }

    public String to(String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return publicBaseUrl + path + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    /** Our own values consist of letters, digits and hyphens, so this changes nothing: Twilio's validator does not like escapes. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
