package io.switchlog.simulation.judge;

/** Everything comes to an end. */
final class QuietRule implements Rule {

    private final Findings findings;
    private final GroundTruth truth;

    QuietRule(Findings findings, GroundTruth truth) {
        this.findings = findings;
        this.truth = truth;
    }

    @Override
    public void atTheEnd(LogView log) {
        for (LoggedCall call : log.calls()) {
            require(!call.isOpen(), Invariant.RECEIVED_CALLS_END, call.callSid + " is still open");
            require(call.ringing.isEmpty(), Invariant.NOBODY_STAYS_ON_A_CALL, call.callSid + " rings " + call.ringing);
            require(call.instruction == 0, Invariant.INSTRUCTIONS_ARE_SETTLED, call.callSid + ": " + call.instruction);
        }
        log.agents().forEach((agentId, agent) -> {
            require(agent.holds.isEmpty(), Invariant.NOBODY_STAYS_ON_A_CALL, agentId + " holds " + agent.holds);
            require(
                    agent.reserved.isEmpty(),
                    Invariant.NOBODY_STAYS_ON_A_CALL,
                    agentId + " is reserved for " + agent.reserved);
        });
        truth.bridges()
                .forEach(bridge ->
                        require(bridge.to < Long.MAX_VALUE, Invariant.NOBODY_STAYS_ON_A_CALL, bridge.toString()));
        truth.callers()
                .forEach(caller -> require(
                        caller.farewell != null,
                        Invariant.RECEIVED_CALLS_END,
                        caller.callSid + " is still on the line"));
    }

    private void require(boolean holds, Invariant invariant, String detail) {
        findings.require(holds, invariant, Long.MAX_VALUE, () -> detail);
    }
}
