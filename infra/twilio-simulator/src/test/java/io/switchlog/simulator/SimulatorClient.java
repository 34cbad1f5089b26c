package io.switchlog.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The simulator's API and REST, as a test from outside sees them. */
final class SimulatorClient {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;
    private final String accountSid;
    private final String authToken;

    SimulatorClient(String baseUrl, String accountSid, String authToken) {
        this.baseUrl = baseUrl;
        this.accountSid = accountSid;
        this.authToken = authToken;
    }

    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String contentType() {
            return header("Content-Type");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        byte[] bytes() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(bytes());
        }
    }

    String placeCall() {
        return placeCall("{}");
    }

    String placeCall(String body) {
        return send("POST", "/simulator/calls", body).json().get("callSid").asString();
    }

    Answer post(String path) {
        return send("POST", path, null);
    }

    Answer device(String agentId, String deed) {
        return post("/simulator/devices/" + agentId + "/" + deed);
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    /** Sets the switches for all calls, with verbs that take no time unless they say otherwise. */
    void set(String switches) {
        ObjectNode all = JSON.createObjectNode();
        all.put("sayMillis", 20).put("playMillis", 20).put("speaksForSeconds", 0.2);
        all.setAll((ObjectNode) JSON.readTree(switches));
        Answer answer = send("PUT", "/simulator/switches", all.toString());
        assertThat(answer.status()).as("switches: %s", answer.json()).isEqualTo(200);
    }

    void setOf(String callSid, String switches) {
        Answer answer = send("PUT", "/simulator/calls/" + callSid + "/switches", switches);
        assertThat(answer.status()).as("switches of a call: %s", answer.json()).isEqualTo(200);
    }

    JsonNode switches() {
        return get("/simulator/switches").json();
    }

    JsonNode call(String callSid) {
        return get("/simulator/calls/" + callSid).json();
    }

    String status(String callSid) {
        return call(callSid).get("status").asString();
    }

    List<String> heard(String callSid) {
        return texts(call(callSid).get("heard"));
    }

    List<String> bridges(String callSid) {
        return texts(call(callSid).get("bridges"));
    }

    /** Every leg as "agent: status", in the order of dialling. */
    List<String> legs(String callSid) {
        return call(callSid)
                .get("legs")
                .valueStream()
                .map(leg ->
                        leg.get("agentId").asString() + ": " + leg.get("status").asString())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    Answer rest(String method, String path, Map<String, String> form) {
        return rest(method, path, form, authToken);
    }

    Answer rest(String method, String path, Map<String, String> form, String password) {
        return rest(method, path, form, accountSid, password);
    }

    Answer rest(String method, String path, Map<String, String> form, String user, String password) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(request("/2010-04-01/Accounts/" + accountSid + path)
                .header("Authorization", authorization(user, password))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(body)));
    }

    String authorization() {
        return authorization(accountSid, authToken);
    }

    private static String authorization(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    Answer update(String callSid, Map<String, String> form) {
        return rest("POST", "/Calls/" + callSid + ".json", form);
    }

    Answer send(String method, String path, @Nullable String json) {
        HttpRequest.Builder request = request(path);
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    Answer sendWith(Map<String, String> headers, String method, String path) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.noBody());
        headers.forEach(request::header);
        return send(request);
    }

    OpenStream open(String path) {
        return open(path, Map.of());
    }

    OpenStream open(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).header("Accept", "text/event-stream");
        headers.forEach(request::header);
        try {
            return new OpenStream(http.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The simulator does not answer", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The simulator does not answer", e);
        }
    }
}
