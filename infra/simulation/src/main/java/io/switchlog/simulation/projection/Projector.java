package io.switchlog.simulation.projection;

import io.switchlog.contract.EventMessage;
import io.switchlog.projection.fold.Batch;
import io.switchlog.projection.fold.OpenWorkspace;
import io.switchlog.projection.fold.Projection;
import io.switchlog.projection.fold.ReadModels;
import io.switchlog.simulation.log.Broker;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Goes on where the read models stand, as {@code io.switchlog.projection.follow.Stretch} does, whole decisions at a time. */
final class Projector {

    /** Which partition it is makes no difference here: all workspaces of a history are in one. */
    private static final int PARTITION = 0;

    private static final Duration RINGS_KEPT = Duration.ofDays(7);

    private final Broker broker;
    private final ReadModels tables;
    private final Projection projection;
    private int position;
    private boolean stopped;

    Projector(Broker broker, ReadModels tables) {
        this.broker = broker;
        this.tables = tables;
        List<OpenWorkspace> open = tables.read(Set.of(PARTITION));
        projection = new Projection(open, RINGS_KEPT);
        // The tables hold all that lies before the workspace that has come furthest.
        position =
                (int) open.stream().mapToLong(OpenWorkspace::nextOffset).max().orElse(0);
    }

    boolean isBehind() {
        return !stopped && position < broker.events().size();
    }

    /** Takes in the next decisions, at most so many. An event that is missing stops it for good; one that came before is nothing new. */
    Batch fold(int decisions) {
        for (int taken = 0; taken < decisions && isBehind(); ) {
            EventMessage message = broker.events().get(position).message();
            long expected = projection.nextSequence(message.workspace());
            stopped = message.sequence() > expected;
            if (message.sequence() == expected) {
                projection.apply(message, PARTITION, position + 1L);
            }
            if (!stopped) {
                position++;
                taken += message.endsDecision() ? 1 : 0;
            }
        }
        return projection.takeBatch();
    }

    /** Returns false if the tables are not as this projector has left them; it is of no use any more then. */
    boolean write(Batch batch) {
        return tables.write(batch);
    }
}
