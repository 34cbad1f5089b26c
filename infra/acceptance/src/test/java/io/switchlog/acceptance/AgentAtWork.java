package io.switchlog.acceptance;

import io.switchlog.driver.Agent;
import io.switchlog.driver.PhoneNetwork;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * An agent on a busy day. Each turn is one deed, which may come too late or not be allowed any more: to click on a call or just
 * to pick it up, to refuse it, to talk for a while, to hang up. Between a click and the pick-up lies a turn, in which somebody
 * else may pick up.
 */
final class AgentAtWork implements Callable<String> {

    private static final int REFUSALS_PER_HUNDRED = 10;
    private static final int LONGEST_TALK_IN_TURNS = 12;

    private final Agent agent;
    private final PhoneNetwork phones;
    private final Random mood;
    private int turnsLeftToTalk;

    AgentAtWork(Agent agent, PhoneNetwork phones, long seed) {
        this.agent = agent;
        this.phones = phones;
        this.mood = new Random(seed);
    }

    /** Takes a turn, and returns who did. */
    @Override
    public String call() {
        JsonNode device = phones.deviceOf(agent.id());
        List<String> inProgress = sids(device.path("inProgress"), "parentCallSid", leg -> true);
        List<String> ringing = sids(device.path("ringing"), "parentCallSid", leg -> true);
        if (!inProgress.isEmpty()) {
            talkOrHangUp(inProgress.getFirst());
        } else if (!ringing.isEmpty()) {
            turnsLeftToTalk = mood.nextInt(LONGEST_TALK_IN_TURNS);
            answer(ringing.getFirst(), agent.board().path("calls"));
        }
        return agent.id();
    }

    private void answer(String ringing, JsonNode calls) {
        List<String> claimed =
                sids(calls, "callSid", call -> call.path("agentId").asString("").equals(agent.id()));
        List<String> offered = sids(
                calls,
                "callSid",
                call -> call.path("offeredTo")
                        .valueStream()
                        .anyMatch(to -> to.asString("").equals(agent.id())));
        boolean refuses = mood.nextInt(100) < REFUSALS_PER_HUNDRED;
        if (!claimed.isEmpty()) {
            phones.accept(agent.id(), claimed.getFirst());
        } else if (mood.nextBoolean()) {
            var _ = refuses ? phones.reject(agent.id(), ringing) : phones.accept(agent.id(), ringing);
        } else if (!offered.isEmpty()) {
            var _ = refuses ? agent.declines(offered.getFirst()) : agent.claims(offered.getFirst());
        }
    }

    private void talkOrHangUp(String callSid) {
        boolean talks = phones.bridgedTo(callSid).equals(agent.id());
        if (talks && turnsLeftToTalk-- <= 0) {
            var _ = mood.nextBoolean() ? agent.hangsUp(callSid) : phones.hangUpAt(agent.id(), callSid);
        }
    }

    private static List<String> sids(JsonNode list, String field, Predicate<JsonNode> which) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(which)
                .map(each -> each.path(field).asString(""))
                .toList();
    }
}
