package io.switchlog.bench.board;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What becomes of a call. The mixture is ours: nobody has told us theirs. */
enum Course {
    /** The caller gives up while it rings. */
    ABANDONED(2),
    /** One agent declines, another claims; the caller hangs up. */
    DECLINED_FIRST(2),
    /** An agent claims; the caller hangs up. */
    PLAIN(7),
    /** An agent claims and hangs up. */
    HUNG_UP(3),
    /** An agent claims and parks, another one retrieves; the caller hangs up. */
    PARKED(3),
    /** An agent claims and transfers to another one; the caller hangs up. */
    TRANSFERRED(3);

    private static final List<Course> MIXTURE = Arrays.stream(values())
            .flatMap(course -> Collections.nCopies(course.inTwenty, course).stream())
            .toList();

    private final int inTwenty;

    Course(int inTwenty) {
        this.inTwenty = inTwenty;
    }

    /** Of one call among many: each twenty in a row are the whole mixture, and neighbours differ. */
    static Course of(int call) {
        // 7 and 20 have no divisor in common, so each place of the mixture has its turn.
        return MIXTURE.get(Math.floorMod(call * 7, MIXTURE.size()));
    }
}
