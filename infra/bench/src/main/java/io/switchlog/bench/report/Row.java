package io.switchlog.bench.report;

import org.jspecify.annotations.Nullable;

/**
 * A line of the table.
 *
 * @param what was measured
 * @param measured the result, with its unit
 * @param aim empty where there is none
 * @param met null where there is no aim
 * @param beside how it compares to a baseline; may be empty
 */
public record Row(
        String what, String measured, String aim, @Nullable Boolean met, String beside) {

    public static Row plain(String what, String measured) {
        return new Row(what, measured, "", null, "");
    }

    String verdict() {
        return met == null ? "" : met ? "met" : "MISSED";
    }
}
