package io.switchlog.simulation.judge;

import java.util.List;

/**
 * What a gateway shows of a workspace.
 *
 * @param calls that are not over, by callSid
 * @param agents by agentId
 */
public record ShownBoard(List<ShownCall> calls, List<ShownAgent> agents) {}
