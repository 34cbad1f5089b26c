package io.switchlog.simulation;

import io.switchlog.simulation.log.CommandRecord;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Command logs in a file, to be decided again elsewhere. */
public final class CommandLogs {

    private CommandLogs() {}

    /** Prints the hash of all events that follow from the command logs in the file named. */
    public static void main(String[] args) throws IOException {
        System.out.println(hashOfEvents(args[0]));
    }

    static void write(Path file, List<List<CommandRecord>> logs) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(logs.size());
            for (List<CommandRecord> log : logs) {
                out.writeInt(log.size());
                for (CommandRecord record : log) {
                    out.writeLong(record.offset());
                    out.writeLong(record.time().toEpochMilli());
                    out.writeInt(record.value().length);
                    out.write(record.value());
                }
            }
        }
    }

    /** Decides the command logs in a file, and returns the SHA-256 of all events' bytes, in hex. */
    public static String hashOfEvents(String file) throws IOException {
        MessageDigest hash = sha256();
        for (List<CommandRecord> log : read(Path.of(file))) {
            Replay.decide(log).forEach(hash::update);
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static List<List<CommandRecord>> read(Path file) throws IOException {
        List<List<CommandRecord>> logs = new ArrayList<>();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int left = in.readInt(); left > 0; left--) {
                List<CommandRecord> log = new ArrayList<>();
                for (int records = in.readInt(); records > 0; records--) {
                    long offset = in.readLong();
                    Instant time = Instant.ofEpochMilli(in.readLong());
                    log.add(new CommandRecord(offset, time, in.readNBytes(in.readInt())));
                }
                logs.add(log);
            }
        }
        return logs;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
