package io.switchlog.bench.claim;

import java.util.List;

/**
 * A call that rings.
 *
 * @param agentIds for whom, as Twilio was told
 */
record RingingCall(String callSid, List<String> agentIds) {}
