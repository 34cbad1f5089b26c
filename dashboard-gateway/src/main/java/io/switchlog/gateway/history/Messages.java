package io.switchlog.gateway.history;

import static io.switchlog.board.snapshot.Columns.personalOrNull;
import static io.switchlog.board.snapshot.Columns.text;
import static io.switchlog.board.snapshot.Columns.time;
import static io.switchlog.board.snapshot.Columns.timeOrNull;

import io.switchlog.client.CallerDetails;
import io.switchlog.client.CallerKeys;
import io.switchlog.contract.Personal;
import io.switchlog.gateway.board.Callers;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds messages in the read models, latest first. */
@Component
final class Messages {

    private static final Logger log = LoggerFactory.getLogger(Messages.class);

    /**
     * A transcription may be there before its recording, and a lost callback must not hide a message: it stands where it was first
     * told of, which does not change.
     */
    private static final String SELECT = """
            SELECT voicemails.*, least(recorded_at, transcribed_at) AS at, calls.to_number,
              completions.completed_by, completions.completed_at
            FROM projection.voicemails
            LEFT JOIN projection.calls USING (workspace, call_sid)
            LEFT JOIN projection.voicemail_completions completions USING (workspace, recording_sid)
            WHERE voicemails.workspace = ?\s""";

    private final ReadModels readModels;
    private final CallerKeys keys;
    private final Callers callers;

    Messages(ReadModels readModels, CallerKeys keys, Callers callers) {
        this.readModels = readModels;
        this.keys = keys;
        this.callers = callers;
    }

    /**
     * One more than the page has, if there are as many.
     *
     * @param done null for both
     */
    List<Message> find(String workspace, @Nullable Boolean done, Page page) {
        String which = done == null ? "" : done ? "AND completed_at IS NOT NULL " : "AND completed_at IS NULL ";
        Page.Entry after = page.after();
        String begin = after == null ? "" : "AND (least(recorded_at, transcribed_at), recording_sid) < (?, ?) ";
        String sql = SELECT + which + begin
                + "ORDER BY least(recorded_at, transcribed_at) DESC, recording_sid DESC LIMIT " + page.rows();
        return readModels.ask(tables -> {
            var statement = tables.sql(sql).param(workspace);
            return (after == null
                            ? statement
                            : statement.param(PastCalls.utc(after.at())).param(after.sid()))
                    .query((row, _) -> read(row))
                    .list();
        });
    }

    Optional<Message> find(String workspace, String recordingSid) {
        return readModels.ask(tables -> tables.sql(SELECT + "AND recording_sid = ? LIMIT 1")
                .params(workspace, recordingSid)
                .query((row, _) -> read(row))
                .optional());
    }

    private Message read(ResultSet row) throws SQLException {
        String callSid = text(row, "call_sid");
        String recordingSid = text(row, "recording_sid");
        Instant at = time(row, "at");
        Personal from = personalOrNull(row, "from");
        Optional<CallerDetails> caller = from == null ? Optional.empty() : callers.callerOf(callSid, from, at);
        boolean erased = from != null && caller.isEmpty();
        Instant completedAt = timeOrNull(row, "completed_at");
        return new Message(
                recordingSid,
                callSid,
                caller.map(CallerDetails::number).orElse(null),
                caller.map(CallerDetails::name).orElse(null),
                row.getString("to_number"),
                at,
                timeOrNull(row, "recorded_at"),
                row.getObject("duration_seconds", Integer.class),
                row.getString("transcription_status"),
                timeOrNull(row, "transcribed_at"),
                words(recordingSid, personalOrNull(row, "text")),
                erased ? null : "/api/voicemails/" + recordingSid + "/recording",
                completedAt != null,
                row.getString("completed_by"),
                completedAt);
    }

    private @Nullable String words(String recordingSid, @Nullable Personal sealed) {
        try {
            return sealed == null
                    ? null
                    : keys.open(sealed)
                            .map(words -> new String(words, StandardCharsets.UTF_8))
                            .orElse(null);
        } catch (IllegalArgumentException e) {
            log.error("recording {}: its transcription cannot be shown, the ciphertext was altered", recordingSid, e);
            return null;
        }
    }
}
