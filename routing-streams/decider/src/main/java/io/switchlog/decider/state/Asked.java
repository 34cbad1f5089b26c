package io.switchlog.decider.state;

import java.util.List;

/**
 * Whom a call has been offered to so far, and what came of it: none of them is rung again before a new round begins, and some
 * never.
 *
 * @param declinedBy agents who do not want this call
 * @param releasedFrom agents who claimed it and did not come up
 * @param rungBefore agents already rung since the last claim
 */
public record Asked(List<String> declinedBy, List<String> releasedFrom, List<String> rungBefore) {

    static final Asked NOBODY = new Asked(List.of(), List.of(), List.of());

    Asked declinedBy(String agentId) {
        return new Asked(Lists.plus(declinedBy, agentId), releasedFrom, rungBefore);
    }

    Asked rung(List<String> agentIds) {
        return new Asked(declinedBy, releasedFrom, Lists.plusAll(rungBefore, agentIds));
    }

    /** The agent's phone was silenced before they could answer, so the attempt does not count as theirs. */
    Asked mayRingAgain(String agentId) {
        return new Asked(declinedBy, releasedFrom, Lists.minus(rungBefore, agentId));
    }

    /** A new round of ringing begins, without the one who has just been released. */
    Asked releasedFrom(String agentId) {
        return new Asked(declinedBy, Lists.plus(releasedFrom, agentId), List.of());
    }
}
