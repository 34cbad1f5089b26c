package io.switchlog.gateway.history;

import io.switchlog.gateway.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for. Lists go from the latest to the oldest, so that a page stays the same while new entries
 * come: the next one begins after its last entry, and not at a number.
 *
 * @param limit how many entries at most
 * @param after the last entry of the page before; null for the first page
 */
record Page(int limit, @Nullable Entry after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int GREATEST_LIMIT = 200;

    /** Where an entry stands in its list. */
    record Entry(Instant at, String sid) {

        String asCursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at + " " + sid).getBytes(StandardCharsets.UTF_8));
        }

        static Entry of(String cursor) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
                if (parts.length == 2 && parts[1].matches("[A-Za-z0-9_-]{1,64}")) {
                    return new Entry(Instant.parse(parts[0]), parts[1]);
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                // Said below, without the decoder's own words.
            }
            throw Problems.field("after", "the value of next in an earlier answer");
        }
    }

    /** The page that a request names. */
    static Page of(@Nullable String limit, @Nullable String after) {
        return new Page(limit == null ? DEFAULT_LIMIT : valid(limit), after == null ? null : Entry.of(after));
    }

    private static int valid(String limit) {
        if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > GREATEST_LIMIT) {
            throw Problems.field("limit", "1 to " + GREATEST_LIMIT);
        }
        return Integer.parseInt(limit);
    }

    /** How many rows tell whether there is a next page. */
    int rows() {
        return limit + 1;
    }

    /** Of so many rows those that were asked for. */
    <T> List<T> entriesOf(List<T> rows) {
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    /** What the next page begins after; null when this is the last. */
    <T> @Nullable String next(List<T> rows, Function<T, Entry> place) {
        return rows.size() <= limit ? null : place.apply(rows.get(limit - 1)).asCursor();
    }
}
