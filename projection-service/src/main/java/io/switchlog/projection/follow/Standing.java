package io.switchlog.projection.follow;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How a follower stands, for people and load balancers.
 *
 * @param state the whole of it
 * @param reason why it is not {@link State#UP}, where there is more to say
 * @param partitions those that are this instance's
 * @param stops partitions that are not read on, and why
 */
public record Standing(
        State state, @Nullable String reason, SortedMap<Integer, Place> partitions, SortedMap<Integer, Stop> stops) {

    /** From good to bad. */
    public enum State {
        UP,
        CATCHING_UP,
        /** Goes on by itself as soon as the rebuild is over. */
        REBUILD_UNDER_WAY,
        /** Goes on by itself as soon as there are brokers. */
        KAFKA_AWAY,
        /** Goes on by itself as soon as Postgres is back. */
        POSTGRES_AWAY,
        /** Some partitions have stopped; the others go on. */
        PARTITIONS_STOPPED,
        /** Nothing goes on until somebody starts the service again. */
        FAILED
    }

    /**
     * How far a partition is projected.
     *
     * @param nextOffset of the first record that is not in the read models
     * @param lag from there to the end of what is committed
     */
    public record Place(long nextOffset, long lag) {}
}
