package io.switchlog.gateway.board;

import io.switchlog.board.snapshot.BoardSnapshots;
import io.switchlog.board.snapshot.WorkspaceSnapshot;
import io.switchlog.client.LogPosition;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where our boards begin: with those that projection-service has written, so that we need not read the whole log, or before
 * the log's first event.
 */
@Component
public final class BoardsStart {

    private static final Logger log = LoggerFactory.getLogger(BoardsStart.class);

    private final Boards boards;
    private final BoardSnapshots snapshots;
    private volatile Place place = Place.BEGINNING;

    /** Where it was. */
    public enum Place {
        SNAPSHOT,
        BEGINNING
    }

    BoardsStart(Boards boards, DataSource dataSource) {
        this.boards = boards;
        this.snapshots = new BoardSnapshots(dataSource);
    }

    /** Puts the boards there, and returns where the log goes on; nothing if from its beginning. */
    public List<LogPosition> load() {
        List<WorkspaceSnapshot> found = read();
        found.forEach(snapshot -> boards.start(snapshot.board()));
        place = found.isEmpty() ? Place.BEGINNING : Place.SNAPSHOT;
        log.info("The boards of {} workspaces are known from the snapshot", found.size());
        return found.stream()
                .map(snapshot -> new LogPosition(
                        snapshot.board().workspace(),
                        snapshot.nextSequence(),
                        snapshot.partition(),
                        snapshot.nextOffset()))
                .toList();
    }

    /** The snapshot is of another log. */
    public void giveUpSnapshot() {
        boards.forgetAll();
        place = Place.BEGINNING;
    }

    public Place place() {
        return place;
    }

    private List<WorkspaceSnapshot> read() {
        try {
            return snapshots.read();
        } catch (RuntimeException e) {
            // Whatever is wrong with it (that of a version after ours, say), the log has all that it has.
            log.warn("The snapshot of the boards cannot be read, so the log is read from its beginning", e);
            return List.of();
        }
    }
}
