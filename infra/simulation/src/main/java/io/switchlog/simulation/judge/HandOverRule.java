package io.switchlog.simulation.judge;

/** Calls that go to one certain agent: out of the lot, from a colleague, or back from where nobody took them. */
final class HandOverRule implements Rule {

    private final Findings findings;

    HandOverRule(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void before(Event event, LogView log) {
        LoggedCall call = log.call(event.callSid());
        if (call == null) {
            return;
        }
        switch (event.type()) {
            case "CallRetrieved" -> checkRetrieved(event, call, log.agent(event.agentId()));
            case "TransferStarted" -> checkTransfer(event, call, log.agent(event.agentId()));
            case "TransferReturned" ->
                findings.require(
                        call.holder == null
                                && (event.agentId().equals(call.reserved)
                                        || event.agentId().equals(call.owedTo)),
                        Invariant.TRANSFERS_REACH_OR_RETURN,
                        event);
            case "CallTransferred" ->
                findings.require(
                        call.talks
                                && event.agentId().equals(call.holder)
                                && event.text("from").equals(call.reserved),
                        Invariant.TRANSFERS_REACH_OR_RETURN,
                        event);
            case "CallKept" -> findings.require(call.holder == null, Invariant.ONE_HOLDER_AT_A_TIME, event);
            default -> {}
        }
    }

    private void checkRetrieved(Event event, LoggedCall call, LoggedAgent target) {
        boolean isInTheLot = call.parked || (call.parking != null && call.parking.forgotten());
        findings.require(isInTheLot && call.holder == null, Invariant.RETRIEVED_CALLS_WERE_PARKED, event);
        findings.require(target.isFree(), Invariant.NO_AGENT_BEYOND_CAPACITY, event);
        boolean asksForIt = event.text("requestedBy").equals(event.agentId());
        findings.require(
                target.takesCalls && (asksForIt || target.isAvailable()), Invariant.OFFERS_GO_TO_THE_READY, event);
    }

    private void checkTransfer(Event event, LoggedCall call, LoggedAgent target) {
        String from = event.text("from");
        findings.require(
                call.talks && from.equals(call.holder) && !from.equals(event.agentId()),
                Invariant.WHO_TALKS_HANDS_OVER,
                event);
        findings.require(target.isFree(), Invariant.NO_AGENT_BEYOND_CAPACITY, event);
        findings.require(target.isReady(), Invariant.OFFERS_GO_TO_THE_READY, event);
    }

    @Override
    public void afterDecision(Event last, LogView log) {
        for (LoggedCall call : log.calls()) {
            boolean underWay = call.handOver != null && call.handOver.by().equals("TransferStarted");
            findings.require(
                    call.reserved == null || (underWay && call.holder != null),
                    Invariant.TRANSFERS_REACH_OR_RETURN,
                    last);
            String holder = call.holder;
            if (holder != null && call.handOver != null && call.isHandedOver()) {
                boolean asksForIt = call.handOver.requestedBy().equals(holder);
                findings.require(asksForIt || log.agent(holder).isAvailable(), Invariant.RIVALS_STOP_RINGING, last);
            }
        }
    }
}
