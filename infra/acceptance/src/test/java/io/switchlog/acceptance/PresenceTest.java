package io.switchlog.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.driver.Agent;
import io.switchlog.driver.Http;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is really there. The people of these tests are their own: once heard, nobody is unproven ever again. */
class PresenceTest extends AcceptanceTest {

    private Agent pat;
    private Agent quinn;
    private OpenPage patsPage;
    private OpenPage quinnsPage;

    @BeforeEach
    void come() {
        pat = hired("pat");
        quinn = hired("quinn");
        settings(Map.of("heartbeatTimeoutSeconds", 5));
        available(pat, quinn);
        patsPage = new OpenPage(pat);
        quinnsPage = new OpenPage(quinn);
        shows(pat, "available", "connected");
        shows(quinn, "available", "connected");
    }

    @AfterEach
    void goHome() {
        patsPage.close();
        quinnsPage.close();
        pat.says("offline");
        quinn.says("offline");
    }

    @Test
    void who_is_proven_to_be_there_is_rung_and_who_only_says_so_is_not() {
        available(ann);

        String call = ringingCall("+15550940", pat, quinn);

        assertThat(offeredTo(call)).containsExactlyInAnyOrder("pat", "quinn");
        assertThat(readinessOf("pat")).isEqualTo(100);
        assertThat(readinessOf("ann")).isEqualTo(60);
        assertThat(pat.claims(call).status()).isEqualTo(200);
        picksUp(pat, call);
    }

    @Test
    void a_browser_that_is_killed_takes_its_agent_off_the_board_and_nobody_rings_them() {
        patsPage.close();
        shows(pat, "offline", "disconnected");

        String call = ringingCall("+15550941", quinn);

        assertThat(offeredTo(call)).containsExactly("quinn");
        assertThat(phones.rings("pat", call)).isFalse();
    }

    @Test
    void who_comes_back_is_what_they_had_chosen_to_be() {
        patsPage.close();
        shows(pat, "offline", "disconnected");

        patsPage = new OpenPage(pat);

        shows(pat, "available", "connected");
        ringingCall("+15550942", pat, quinn);
    }

    @Test
    void a_device_that_is_lost_while_it_rings_has_the_call_ring_on_for_the_others() {
        String call = ringingCall("+15550943", pat, quinn);

        patsPage.deviceIs(false);

        eventually("it rings for quinn alone", () -> offeredTo(call).equals(List.of("quinn")));
        shows(pat, "available", "without-device");
        picksUp(quinn, call);
    }

    @Test
    void
            when_all_heartbeats_are_gone_those_are_rung_who_say_that_they_are_there_and_then_the_caller_may_leave_a_message() {
        patsPage.close();
        quinnsPage.close();
        shows(pat, "offline", "disconnected");
        shows(quinn, "offline", "disconnected");

        String call = ringingCall("+15550944", pat, quinn);
        assertThat(considered(call)).containsOnly("fallback", "away", "takes-no-calls");
        assertThat(pat.declines(call).status()).isEqualTo(200);
        assertThat(quinn.declines(call).status()).isEqualTo(200);
        eventually("the caller may leave a message", () -> stateOf(call).equals("voicemail"));

        settings(Map.of("ringUnprovenAgents", false));
        String next = phones.call("+15550945");
        eventually("nobody is rung", () -> stateOf(next).equals("voicemail"));
    }

    @Test
    void who_is_lost_in_a_call_keeps_it() {
        String call = talkingCall("+15550946", pat);

        patsPage.close();

        eventually("pat is not heard any more", () -> presenceOf(pat).equals("disconnected"));
        talks(pat, call);
        phones.hangUp(call);
        shows(pat, "offline", "disconnected");
    }

    /** What was decided of everybody who was considered first. */
    private static List<String> considered(String callSid) {
        JsonNode offer = EventLog.read(STACK.ports().bootstrapServers())
                .of(callSid, "CallRinging")
                .getFirst()
                .json()
                .path("data")
                .path("offer");
        return StreamSupport.stream(offer.path("considered").spliterator(), false)
                .map(each -> each.path("verdict").asString())
                .toList();
    }

    private static int readinessOf(String agentId) {
        JsonNode agents = olga.gateway().get("/api/agents").json().path("agents");
        return StreamSupport.stream(agents.spliterator(), false)
                .filter(agent -> agent.path("agentId").asString().equals(agentId))
                .findFirst()
                .orElseThrow()
                .path("readiness")
                .asInt();
    }

    private static String presenceOf(Agent agent) {
        return ann.agent(agent.id()).path("presence").asString("");
    }

    private void shows(Agent agent, String state, String presence) {
        eventually(
                agent.id() + " is shown as " + state + ", " + presence,
                () -> ann.agent(agent.id()).path("state").asString("").equals(state)
                        && presenceOf(agent).equals(presence));
    }

    private Agent hired(String agentId) {
        if (olga.agent(agentId).isMissingNode()) {
            Http.Answer registered = olga.gateway()
                    .post(
                            "/api/agents",
                            Map.of("agentId", agentId, "name", agentId, "role", "agent", "password", "demo"));
            assertThat(registered.status()).as("%s", registered.json()).isEqualTo(201);
        }
        phones.connect(agentId);
        return signIn(agentId);
    }
}
