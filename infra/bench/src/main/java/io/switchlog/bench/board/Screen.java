package io.switchlog.bench.board;

import java.util.Arrays;

/**
 * When each event came to one stream. It reads no more than the lines {@code id: …} and the empty ones that end an event, so that two
 * hundred of them cost a small machine as little as may be. For one thread; what it saw is for others once that has ended.
 */
final class Screen {

    static final long NEVER = 0;

    private static final byte[] ID = {'i', 'd', ':', ' '};
    private static final int FIRST_ROOM = 1 << 12;
    private static final long NO_ID = -1;

    private final String agentId;

    /** By sequence, from the first event on. */
    private long[] arrivals = new long[FIRST_ROOM];

    private long firstId = NO_ID;
    private long events;
    private long bytes;

    private int column;
    private boolean isIdLine = true;
    private long id = NO_ID;
    private long idOfLine;

    /** @param agentId whose screen it is */
    Screen(String agentId) {
        this.agentId = agentId;
    }

    String agentId() {
        return agentId;
    }

    /** Whether its first event has come: the whole board. */
    boolean hasBegun() {
        return firstId != NO_ID;
    }

    long events() {
        return events;
    }

    long bytes() {
        return bytes;
    }

    /** When the event with that id had come as a whole, by {@link System#nanoTime}; {@link #NEVER} if it did not. */
    long arrivalOf(long sequence) {
        long index = sequence - firstId;
        return firstId == NO_ID || index < 0 || index >= arrivals.length ? NEVER : arrivals[(int) index];
    }

    /**
     * Takes the next bytes of the stream, header lines included.
     *
     * @param atNanos when they came
     */
    void take(byte[] some, int length, long atNanos) {
        bytes += length;
        for (int i = 0; i < length; i++) {
            if (!isIdLine) {
                // Nearly all that comes: a line of data, of which only the end matters.
                while (i < length && some[i] != '\n') {
                    i++;
                }
            }
            if (i < length) {
                take(some[i], atNanos);
            }
        }
    }

    private void take(byte next, long atNanos) {
        if (next == '\n') {
            endLine(atNanos);
        } else if (next != '\r') {
            if (column >= ID.length) {
                idOfLine = idOfLine * 10 + next - '0';
            } else {
                isIdLine = next == ID[column];
            }
            column++;
        }
    }

    private void endLine(long atNanos) {
        if (column == 0) {
            endEvent(atNanos);
        } else if (isIdLine && column > ID.length) {
            id = idOfLine;
        }
        column = 0;
        isIdLine = true;
        idOfLine = 0;
    }

    private void endEvent(long atNanos) {
        if (id == NO_ID) {
            return;
        }
        if (firstId == NO_ID) {
            firstId = id;
        }
        int index = (int) (id - firstId);
        if (index >= arrivals.length) {
            arrivals = Arrays.copyOf(arrivals, Math.max(2 * arrivals.length, index + 1));
        }
        arrivals[index] = atNanos;
        events++;
        id = NO_ID;
    }
}
