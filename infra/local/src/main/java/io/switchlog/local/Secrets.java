package io.switchlog.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Supplier;

/** Secrets that nobody gave us, made up once and kept in a file that only its owner may read. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path file) throws IOException {
        Secrets secrets = new Secrets(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.values.load(reader);
            }
        }
        return secrets;
    }

    /** The secret of that name, which {@code maker} makes up when it is first asked for. */
    String get(String name, Supplier<String> maker) {
        return (String) values.computeIfAbsent(name, absent -> maker.get());
    }

    /** Another file that is moved into place: nobody ever sees half of it, or all of it with wider permissions. */
    void save() throws IOException {
        Path unfinished = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".unfinished",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            values.store(writer, "Made up by the local run; --fresh makes up new ones");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static String hex(int bytes) {
        return HexFormat.of().formatHex(random(bytes));
    }

    static String base64(int bytes) {
        return Base64.getEncoder().encodeToString(random(bytes));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
