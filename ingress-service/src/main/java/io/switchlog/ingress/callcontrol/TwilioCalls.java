package io.switchlog.ingress.callcontrol;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.WireName;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Twilio's calls resource: one method call, one HTTP request.
 *
 * <p>twilio-java's own {@code Call.updater} hides the headers, and Retry-After with them, so we read its raw response. See
 * https://www.twilio.com/docs/voice/api/call-resource.
 */
final class TwilioCalls {

    private static final int NOT_IN_PROGRESS = 21220;
    private static final int NOT_FOUND = 20404;
    private static final int LONGEST_DETAIL = 200;

    private final TwilioRestClient client;
    private final CallControlMetrics metrics;

    TwilioCalls(TwilioRestClient client, CallControlMetrics metrics) {
        this.client = client;
        this.metrics = metrics;
    }

    /** Makes the caller's leg fetch the URL, whatever it is doing. */
    RestAnswer redirect(String callSid, String url) {
        return post("redirect", callSid, Map.of("Url", url, "Method", "POST"));
    }

    RestAnswer hangUp(String callSid) {
        return post("hang-up", callSid, Map.of("Status", "completed"));
    }

    RestAnswer fetch(String callSid) {
        return send("fetch", request(HttpMethod.GET, callSid));
    }

    private RestAnswer post(String kind, String callSid, Map<String, String> parameters) {
        Request request = request(HttpMethod.POST, callSid);
        parameters.forEach(request::addPostParam);
        return send(kind, request);
    }

    private Request request(HttpMethod method, String callSid) {
        return new Request(
                method,
                "https://api.twilio.com/2010-04-01/Accounts/" + client.getAccountSid() + "/Calls/" + callSid + ".json");
    }

    private RestAnswer send(String kind, Request request) {
        metrics.attempt(kind);
        Response response;
        try {
            response = client.request(request);
        } catch (ApiException e) {
            return new RestAnswer.Unclear(new RestAnswer.Trouble(null, "no answer: " + rootName(e)));
        }
        int status = response.getStatusCode();
        JsonNode body = json(response);
        if (status >= 200 && status < 300) {
            CallStatus callStatus = status(body.path("status").asString(""));
            return callStatus == null
                    ? new RestAnswer.Unclear(new RestAnswer.Trouble(status, "an answer without the call's status"))
                    : new RestAnswer.Done(callStatus);
        }
        int code = body.path("code").asInt(status);
        RestAnswer.Trouble trouble = new RestAnswer.Trouble(code, detail(body, status));
        if (status == 429) {
            return new RestAnswer.TooMany(trouble, retryAfter(response));
        }
        if (status >= 500 || status == 408) {
            return new RestAnswer.Unclear(trouble);
        }
        if (code == NOT_IN_PROGRESS) {
            return new RestAnswer.NotInProgress(trouble);
        }
        return status == 404 || code == NOT_FOUND ? new RestAnswer.Unknown(trouble) : new RestAnswer.Refused(trouble);
    }

    private static @Nullable CallStatus status(String word) {
        return WireName.find(CallStatus.class, word).orElse(null);
    }

    private static JsonNode json(Response response) {
        try {
            return LogCodec.mapper().readTree(response.getContent());
        } catch (JacksonException e) {
            // A proxy's page, say. The status alone then says what is to be done.
            return LogCodec.mapper().createObjectNode();
        }
    }

    /** Twilio's message, which goes into the log for ever: cut short, and without anything that could be a phone number. */
    private static String detail(JsonNode body, int status) {
        String message = body.path("message").asString("HTTP " + status).replaceAll("\\+?[0-9]{6,}", "…");
        return message.length() <= LONGEST_DETAIL ? message : message.substring(0, LONGEST_DETAIL);
    }

    private static @Nullable Duration retryAfter(Response response) {
        for (Header header : response.getHeaders()) {
            if (header.getName().equalsIgnoreCase("Retry-After")
                    && header.getValue().matches("[0-9]{1,4}")) {
                return Duration.ofSeconds(Long.parseLong(header.getValue()));
            }
        }
        return null;
    }

    private static String rootName(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
