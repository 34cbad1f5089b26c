package io.switchlog.board;

import io.switchlog.contract.RoutingSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one event changes on a board. Whoever replaces these parts of an older board has the newer one.
 *
 * @param calls as they are after the event
 * @param gone callSids of those that are no longer on the board
 * @param agents as they are after the event
 * @param settings all of them, where they changed
 */
public record BoardChange(
        List<BoardCall> calls,
        List<String> gone,
        List<BoardAgent> agents,
        @Nullable RoutingSettings settings) {}
