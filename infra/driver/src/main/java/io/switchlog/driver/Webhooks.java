package io.switchlog.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts webhooks as Twilio does; its signature is written anew here, so that ours is not judged by itself. */
public final class Webhooks {

    private final URI ingress;
    private final URI publicUri;
    private final HttpClient client = HttpClient.newHttpClient();

    public Webhooks(URI ingress) {
        this(ingress, ingress);
    }

    /**
     * To one of several instances.
     *
     * @param publicUri where Twilio believes to post, which is what it signs
     */
    public Webhooks(URI ingress, URI publicUri) {
        this.ingress = ingress;
        this.publicUri = publicUri;
    }

    public HttpResponse<String> post(String pathAndQuery, Map<String, String> parameters) {
        return post(pathAndQuery, parameters, signature(pathAndQuery, parameters));
    }

    public HttpResponse<String> post(String pathAndQuery, Map<String, String> parameters, String signature) {
        String form = parameters.entrySet().stream()
                .map(each -> URLEncoder.encode(each.getKey(), UTF_8) + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return Http.exchange(
                client,
                HttpRequest.newBuilder(ingress.resolve(pathAndQuery))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Twilio-Signature", signature)
                        .POST(BodyPublishers.ofString(form))
                        .build());
    }

    /** The parameters of a voice webhook. */
    public static Map<String, String> voice(String callSid) {
        return Map.of(
                "CallSid", callSid,
                "AccountSid", Stack.TWILIO_ACCOUNT_SID,
                "From", "+15550400",
                "To", PhoneNetwork.OUR_NUMBER,
                "CallStatus", "ringing",
                "ApiVersion", "2010-04-01",
                "Direction", "inbound");
    }

    private String signature(String pathAndQuery, Map<String, String> parameters) {
        StringBuilder signed = new StringBuilder(publicUri.resolve(pathAndQuery).toString());
        new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Stack.TWILIO_AUTH_TOKEN.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
