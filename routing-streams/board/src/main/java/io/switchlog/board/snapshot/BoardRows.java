package io.switchlog.board.snapshot;

import static io.switchlog.board.snapshot.Columns.constant;
import static io.switchlog.board.snapshot.Columns.personalOrNull;
import static io.switchlog.board.snapshot.Columns.text;
import static io.switchlog.board.snapshot.Columns.texts;
import static io.switchlog.board.snapshot.Columns.time;
import static io.switchlog.board.snapshot.Columns.timeOrNull;

import io.switchlog.board.BoardAgent;
import io.switchlog.board.BoardCall;
import io.switchlog.board.Stage;
import io.switchlog.contract.Availability;
import io.switchlog.contract.Presence;
import io.switchlog.contract.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls and agents out of rows of {@code projection.calls} and {@code projection.agents}. What the columns mean is told by
 * projection-service, which makes them (db/projection/V1__read_models.sql).
 */
public final class BoardRows {

    private BoardRows() {}

    /** How the column {@code stage} names a stage. */
    public static String nameOf(Stage stage) {
        return switch (stage) {
            case Stage.Ringing _ -> "ringing";
            case Stage.Active _ -> "active";
            case Stage.Parked _ -> "parked";
            case Stage.Transferring _ -> "transferring";
            case Stage.Voicemail _ -> "voicemail";
            case Stage.Ending _ -> "ending";
        };
    }

    /** A call as the board has it, or had it last. */
    public static BoardCall call(ResultSet row) throws SQLException {
        return new BoardCall(
                text(row, "call_sid"),
                Objects.requireNonNull(personalOrNull(row, "from")),
                text(row, "to_number"),
                time(row, "received_at"),
                row.getInt("step"),
                stage(row),
                time(row, "since"),
                texts(row, "declined_by"),
                parking(row),
                controlFailure(row));
    }

    /** An agent with their calls in the order in which these came to them. */
    public static BoardAgent agent(ResultSet row) throws SQLException {
        return new BoardAgent(
                text(row, "agent_id"),
                text(row, "name"),
                constant(row, "role", Role.class),
                row.getInt("max_concurrent_calls"),
                constant(row, "availability", Availability.class),
                row.getString("reason"),
                constant(row, "presence", Presence.class),
                row.getInt("missed_rings"),
                time(row, "since"),
                texts(row, "call_sids"),
                texts(row, "offered_call_sids"),
                texts(row, "reserved_call_sids"));
    }

    private static Stage stage(ResultSet row) throws SQLException {
        String stage = text(row, "stage");
        return switch (stage) {
            case "ringing" -> new Stage.Ringing(texts(row, "offered_to"));
            case "active" -> new Stage.Active(text(row, "agent_id"), timeOrNull(row, "answered_at"));
            case "parked" -> new Stage.Parked();
            case "transferring" -> new Stage.Transferring(text(row, "agent_id"), row.getString("transferred_by"));
            case "voicemail" -> new Stage.Voicemail();
            case "ending" -> new Stage.Ending(row.getString("agent_id"));
            default -> throw new SQLException("projection.calls has the stage " + stage + ", which we do not know");
        };
    }

    private static BoardCall.@Nullable Parking parking(ResultSet row) throws SQLException {
        String parkedBy = row.getString("parked_by");
        return parkedBy == null
                ? null
                : new BoardCall.Parking(parkedBy, time(row, "parked_at"), row.getBoolean("forgotten"));
    }

    private static BoardCall.@Nullable ControlFailure controlFailure(ResultSet row) throws SQLException {
        Long instruction = row.getObject("failed_instruction", Long.class);
        return instruction == null
                ? null
                : new BoardCall.ControlFailure(
                        instruction,
                        row.getObject("failed_error_code", Integer.class),
                        row.getString("failed_detail"),
                        time(row, "failed_at"));
    }
}
