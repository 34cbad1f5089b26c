package io.switchlog.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record of the log as it was once approved, and as it must be readable for ever. {@code -Dapprove=true} writes the files
 * that are missing and leaves the others alone: who changes an approved one must delete it by hand, and be asked why.
 */
final class ApprovedFile {

    private static final Path ROOT = Path.of("src/test/resources/approved");
    private static final JsonMapper MAPPER = LogCodec.mapper();

    private final Path folder;
    private final Path path;

    private ApprovedFile(Path folder, String name) {
        this.folder = folder;
        this.path = folder.resolve(name);
    }

    static ApprovedFile of(CommandMessage message) {
        return of("commands", message.command().getClass());
    }

    static ApprovedFile of(EventMessage message) {
        return of("events", message.event().getClass());
    }

    /** A sample that an earlier version wrote, and today's code writes no more. */
    static ApprovedFile ofOlder(String folder, String name) {
        return new ApprovedFile(ROOT.resolve(folder), name);
    }

    private static ApprovedFile of(String folder, Class<?> type) {
        return new ApprovedFile(ROOT.resolve(folder), type.getSimpleName() + ".v" + LogCodec.VERSION + ".json");
    }

    /** Types that have a file in the folder. */
    static Set<String> typesIn(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ApprovedFile writtenIfMissing(byte[] encoded) {
        if (Boolean.getBoolean("approve") && Files.notExists(path)) {
            try {
                Files.createDirectories(folder);
                Files.writeString(path, pretty(encoded), StandardOpenOption.CREATE_NEW);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("no approved sample; -Dapprove=true writes it", e);
        }
    }

    JsonNode tree() {
        return MAPPER.readTree(bytes());
    }

    /** The bytes as the log holds them: the same fields in the same order, without the white space. */
    byte[] compact() {
        return MAPPER.writeValueAsBytes(tree());
    }

    private static String pretty(byte[] encoded) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(encoded)) + "\n";
    }
}
