package io.switchlog.simulation.people;

import io.switchlog.simulation.world.Chance;
import java.util.ArrayList;
import java.util.List;

/**
 * Who takes part in a history.
 *
 * @param workspaces one or two, of the same partition
 * @param agents whose ids are unique beyond their workspace, so that a device belongs to one of them
 */
public record Cast(List<String> workspaces, List<Member> agents, List<Caller> callers) {

    /** Names of workspaces that share partition 7 of 12. */
    private static final List<String> NAMES = List.of("demo", "bern");

    private static final int LAST_CALL_MILLIS = 25_000;

    /**
     * Somebody who answers.
     *
     * @param supervises may hang up on anybody
     */
    public record Member(String workspace, String agentId, int maxConcurrentCalls, boolean supervises) {}

    /**
     * Somebody who calls.
     *
     * @param patienceMillis when they hang up, if nobody did before
     * @param speaksForSeconds on a voicemail; 0 for those who say nothing
     */
    public record Caller(
            String callSid, String workspace, long callsAtMillis, long patienceMillis, int speaksForSeconds) {}

    /** The agents whom this one can hand a call to, and the agent too: there is always somebody who tries. */
    List<String> colleaguesOf(Member member) {
        return agents.stream()
                .filter(other -> other.workspace().equals(member.workspace()))
                .map(Member::agentId)
                .toList();
    }

    public static Cast drawn(Chance chance) {
        List<String> workspaces = chance.of(0.2) ? NAMES : NAMES.subList(0, 1);
        List<Member> agents = new ArrayList<>();
        int count = chance.of(0.06) ? chance.between(11, 13) : chance.between(2, 5);
        for (int i = 1; i <= count; i++) {
            int capacity = chance.of(0.75) ? 1 : chance.between(2, 3);
            agents.add(new Member(chance.oneOf(workspaces), "agent" + i, capacity, chance.of(0.1)));
        }
        List<Caller> callers = new ArrayList<>();
        int calls = chance.between(1, 4);
        long previous = 1_000;
        for (int i = 1; i <= calls; i++) {
            long callsAt = chance.of(0.3) ? previous : chance.between(1_000, LAST_CALL_MILLIS);
            previous = callsAt;
            callers.add(new Caller(
                    "CAcall" + i,
                    chance.oneOf(workspaces),
                    callsAt,
                    chance.of(0.5) ? chance.delay(300, 60_000) : chance.between(60_000, 150_000),
                    chance.of(0.3) ? 0 : chance.between(1, 8)));
        }
        return new Cast(workspaces, List.copyOf(agents), List.copyOf(callers));
    }
}
