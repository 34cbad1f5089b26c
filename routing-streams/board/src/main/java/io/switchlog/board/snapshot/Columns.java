package io.switchlog.board.snapshot;

import io.switchlog.contract.Personal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the columns of the read models are read, whichever table they are in. */
public final class Columns {

    private Columns() {}

    /** A text that is always there. */
    public static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** A time that is always there. */
    public static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(timeOrNull(row, column), column);
    }

    public static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A constant by its name on the wire, which is always there. */
    public static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        return Objects.requireNonNull(constantOrNull(row, column, type), column);
    }

    public static <E extends Enum<E>> @Nullable E constantOrNull(ResultSet row, String column, Class<E> type)
            throws SQLException {
        String wireName = row.getString(column);
        return wireName == null
                ? null
                : Enum.valueOf(type, wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What is personal and takes three columns that begin with {@code prefix}. */
    public static @Nullable Personal personalOrNull(ResultSet row, String prefix) throws SQLException {
        String keyId = row.getString(prefix + "_key_id");
        return keyId == null
                ? null
                : new Personal(keyId, text(row, prefix + "_pseudonym"), text(row, prefix + "_ciphertext"));
    }
}
