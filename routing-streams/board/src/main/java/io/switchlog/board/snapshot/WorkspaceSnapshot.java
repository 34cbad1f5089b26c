package io.switchlog.board.snapshot;

import io.switchlog.board.Board;

/**
 * A workspace's board as of a whole decision, and where the log goes on after it.
 *
 * @param nextSequence of the first event that is not in the board
 * @param partition of the log, in which the workspace is
 * @param nextOffset where that partition may be read on, as far as this workspace goes: of several workspaces in one partition
 *     the greatest counts, for the read models hold all that lies before it
 */
public record WorkspaceSnapshot(Board board, long nextSequence, int partition, long nextOffset) {}
