package io.switchlog.board;

import io.switchlog.contract.RoutingSettings;
import java.util.List;

/**
 * A workspace as of one of its events.
 *
 * @param sequence of the last event that it holds; 0 when there was none
 * @param agents by agentId
 * @param calls by the time they came
 */
public record Board(
        String workspace, long sequence, List<BoardAgent> agents, List<BoardCall> calls, RoutingSettings settings) {}
