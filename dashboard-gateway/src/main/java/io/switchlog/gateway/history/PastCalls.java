package io.switchlog.gateway.history;

import static io.switchlog.board.snapshot.Columns.personalOrNull;
import static io.switchlog.board.snapshot.Columns.text;
import static io.switchlog.board.snapshot.Columns.texts;
import static io.switchlog.board.snapshot.Columns.time;
import static io.switchlog.board.snapshot.Columns.timeOrNull;

import io.switchlog.client.CallerDetails;
import io.switchlog.client.CallerKeys;
import io.switchlog.contract.Personal;
import io.switchlog.gateway.board.Callers;
import io.switchlog.gateway.history.PastCall.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds calls in the read models, latest first. */
@Component
final class PastCalls {

    /** The two times and names that a call's claims tell. */
    private static final String SELECT = """
            SELECT calls.*,
              (SELECT min(answered_at) FROM projection.call_claims claims
               WHERE claims.workspace = calls.workspace AND claims.call_sid = calls.call_sid) AS first_answered_at,
              ARRAY(SELECT DISTINCT claims.agent_id FROM projection.call_claims claims
                    WHERE claims.workspace = calls.workspace AND claims.call_sid = calls.call_sid
                      AND claims.answered_at IS NOT NULL
                    ORDER BY claims.agent_id) AS answered_by
            FROM projection.calls
            WHERE\s""";

    private final ReadModels readModels;
    private final CallerKeys keys;
    private final Callers callers;

    PastCalls(ReadModels readModels, CallerKeys keys, Callers callers) {
        this.readModels = readModels;
        this.keys = keys;
        this.callers = callers;
    }

    /** One more than the page has, if there are as many. */
    List<PastCall> find(String workspace, CallQuery query) {
        Conditions where = new Conditions().and("calls.workspace = ?", workspace);
        if (query.since() != null) {
            where.and("received_at >= ?", utc(query.since()));
        }
        if (query.until() != null) {
            where.and("received_at < ?", utc(query.until()));
        }
        where.andIf("""
                EXISTS (SELECT FROM projection.call_claims mine
                        WHERE mine.workspace = calls.workspace AND mine.call_sid = calls.call_sid
                          AND mine.granted AND mine.agent_id = ?)""", query.agentId());
        where.andIf("from_pseudonym = ?", query.number() == null ? null : keys.pseudonymOf(query.number()));
        where.andIf("to_number = ?", query.to());
        if (query.outcome() != null) {
            where.and(conditionOf(query.outcome()));
        }
        Page.Entry after = query.page().after();
        if (after != null) {
            where.and("(received_at, call_sid) < (?, ?)", utc(after.at()), after.sid());
        }
        String sql = SELECT + where.sql() + " ORDER BY received_at DESC, call_sid DESC LIMIT "
                + query.page().rows();
        return readModels.ask(tables -> tables.sql(sql)
                .params(where.values())
                .query((row, _) -> read(row))
                .list());
    }

    Optional<PastCall> find(String workspace, String callSid) {
        return readModels.ask(tables -> tables.sql(SELECT + "calls.workspace = ? AND calls.call_sid = ?")
                .params(workspace, callSid)
                .query((row, _) -> read(row))
                .optional());
    }

    private static String conditionOf(Outcome outcome) {
        return switch (outcome) {
            case LIVE -> "ended_at IS NULL";
            case ANSWERED -> "ended_at IS NOT NULL AND reached = 'answered'";
            case VOICEMAIL -> "ended_at IS NOT NULL AND reached = 'voicemail'";
            case MISSED -> "ended_at IS NOT NULL AND reached = 'nobody'";
        };
    }

    private PastCall read(ResultSet row) throws SQLException {
        String callSid = text(row, "call_sid");
        Instant receivedAt = time(row, "received_at");
        Instant endedAt = timeOrNull(row, "ended_at");
        Personal from = Objects.requireNonNull(personalOrNull(row, "from"));
        Optional<CallerDetails> caller = callers.callerOf(callSid, from, receivedAt);
        return new PastCall(
                callSid,
                endedAt == null ? Outcome.LIVE : outcomeOf(text(row, "reached")),
                endedAt == null ? text(row, "stage") : "ended",
                caller.map(CallerDetails::number).orElse(null),
                caller.map(CallerDetails::name).orElse(null),
                text(row, "to_number"),
                row.getString("agent_id"),
                receivedAt,
                timeOrNull(row, "first_answered_at"),
                texts(row, "answered_by"),
                endedAt,
                row.getString("end_reason"));
    }

    private static Outcome outcomeOf(String reached) {
        return switch (reached) {
            case "answered" -> Outcome.ANSWERED;
            case "voicemail" -> Outcome.VOICEMAIL;
            default -> Outcome.MISSED;
        };
    }

    /** As the driver takes times. */
    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** What a row must fulfil, all of it. */
    private static final class Conditions {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Conditions and(String condition, Object... itsValues) {
            conditions.add(condition);
            values.addAll(List.of(itsValues));
            return this;
        }

        void andIf(String condition, @Nullable Object value) {
            if (value != null) {
                and(condition, value);
            }
        }

        String sql() {
            return String.join(" AND ", conditions);
        }

        List<Object> values() {
            return values;
        }
    }
}
