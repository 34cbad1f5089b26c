package io.switchlog.decider;

import io.switchlog.contract.Availability;
import io.switchlog.contract.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Somebody who belongs to the workspace when a story begins.
 *
 * @param heard whether their browser sends heartbeats; where nobody's does, who says that they are available is rung
 */
record Member(String agentId, Role role, int maxConcurrentCalls, Availability availability, boolean heard) {

    static Member available(String agentId) {
        return new Member(agentId, Role.AGENT, 1, Availability.AVAILABLE, false);
    }

    static Member away(String agentId) {
        return new Member(agentId, Role.AGENT, 1, Availability.AWAY, false);
    }

    static Member offline(String agentId) {
        return new Member(agentId, Role.AGENT, 1, Availability.OFFLINE, false);
    }

    static Member supervisor(String agentId) {
        return new Member(agentId, Role.SUPERVISOR, 1, Availability.AVAILABLE, false);
    }

    static Member operator(String agentId) {
        return new Member(agentId, Role.OPERATOR, 1, Availability.AWAY, false);
    }

    /** That many available agents: agent01, agent02 and so on. */
    static Member[] agents(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> available(named(number)))
                .toArray(Member[]::new);
    }

    /** The names of a range of {@link #agents}. */
    static String[] named(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Member::named).toArray(String[]::new);
    }

    private static String named(int number) {
        return "agent%02d".formatted(number);
    }

    Member holdingUpTo(int calls) {
        return new Member(agentId, role, calls, availability, heard);
    }

    /** Their browser sends heartbeats, and their device is connected. */
    Member atTheDesk() {
        return new Member(agentId, role, maxConcurrentCalls, availability, true);
    }

    List<Happening> joining() {
        List<Happening> joining = new ArrayList<>();
        joining.add(Happenings.registers(agentId, "The agent " + agentId, role, maxConcurrentCalls));
        if (availability != Availability.AWAY) {
            joining.add(Happenings.becomes(agentId, availability));
        }
        if (heard) {
            joining.add(Happenings.isHeard(agentId));
        }
        return joining;
    }
}
