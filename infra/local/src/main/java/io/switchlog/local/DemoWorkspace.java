package io.switchlog.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people of the demo, made through the doors that are open to everyone: the gateway's API, as the operator, and the
 * simulator. The services know nothing of them.
 */
final class DemoWorkspace {

    static final String PASSWORD = "demo";

    /** The services without which nobody can be registered. */
    static final Set<String> NEEDS = Set.of("engine", "gateway");

    private static final List<Person> PEOPLE = List.of(
            new Person("ann", "Ann", "agent"),
            new Person("bob", "Bob", "agent"),
            new Person("carol", "Carol", "agent"),
            new Person("dave", "Dave", "agent"),
            new Person("sam", "Sam", "supervisor"));

    /** The first decision after a start may take longer than the gateway waits for it. */
    private static final int ATTEMPTS = 10;

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int UNAVAILABLE = 503;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Ports ports;

    DemoWorkspace(Ports ports) {
        this.ports = ports;
    }

    private record Person(String agentId, String name, String role) {}

    /** Registers everyone; whoever is there already stays as they are, for an operator may have changed them. */
    void register(String operator, String password) throws IOException, InterruptedException {
        String cookies = signIn(operator, password);
        Set<String> known = agentIds(cookies);
        for (Person person : PEOPLE) {
            if (known.contains(person.agentId())) {
                continue;
            }
            HttpResponse<String> answer = post(
                    gateway("/api/agents"),
                    Map.of(
                            "agentId", person.agentId(),
                            "name", person.name(),
                            "role", person.role(),
                            "password", PASSWORD,
                            "maxConcurrentCalls", 1),
                    "Cookie",
                    cookies);
            require(answer, Set.of(200, 201), "registers " + person.agentId());
        }
    }

    /** Switches on the devices on which the agents are rung. */
    void connectDevices() throws IOException, InterruptedException {
        for (Person person : PEOPLE) {
            URI uri = URI.create(
                    "http://localhost:%d/simulator/devices/%s/connect".formatted(ports.simulator(), person.agentId()));
            require(post(uri, Map.of()), Set.of(200, 201, 204), "connects the device of " + person.agentId());
        }
    }

    private String signIn(String operator, String password) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(gateway("/api/session"), Map.of("username", operator, "password", password));
        require(answer, Set.of(200, 201), "signs in " + operator);
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private Set<String> agentIds(String cookies) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(gateway("/api/agents"))
                .header("Cookie", cookies)
                .build());
        require(answer, Set.of(200), "lists the agents");
        Set<String> ids = new HashSet<>();
        for (JsonNode agent : json.readTree(answer.body()).path("agents")) {
            ids.add(agent.path("agentId").asString());
        }
        return ids;
    }

    private URI gateway(String path) {
        return URI.create("http://localhost:" + ports.gateway() + path);
    }

    private HttpResponse<String> post(URI uri, Map<String, Object> body, String... headers)
            throws IOException, InterruptedException {
        List<String> allHeaders = new ArrayList<>(List.of("Content-Type", "application/json"));
        allHeaders.addAll(List.of(headers));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .headers(allHeaders.toArray(String[]::new))
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        for (int attempt = 1; answer.statusCode() == UNAVAILABLE && attempt < ATTEMPTS; attempt++) {
            Thread.sleep(PAUSE);
            answer = http.send(request, BodyHandlers.ofString());
        }
        return answer;
    }

    private static void require(HttpResponse<String> answer, Set<Integer> expected, String what) throws IOException {
        if (!expected.contains(answer.statusCode())) {
            throw new IOException(
                    "nobody %s: %s answered %d %s".formatted(what, answer.uri(), answer.statusCode(), answer.body()));
        }
    }
}
