package io.switchlog.local.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A service as its build delivers it: Boot's executable jar, unpacked so that it can be loaded without Boot's launcher,
 * which registers itself for the whole JVM. Every unpacked file is named after its content and never written again: a
 * build under a running process changes nothing in it, and jars that services have in common are there once.
 *
 * @param mainClass the application's, not the launcher's
 * @param classPath in the order that the build gave it
 */
public record ServiceJar(String mainClass, List<Path> classPath) {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    public ServiceJar {
        classPath = List.copyOf(classPath);
    }

    /**
     * Finds the executable jar that the build left under {@code module}, the newest if there are several versions.
     *
     * @throws IOException if there is none, saying so
     */
    public static Path find(Path module) throws IOException {
        Path target = module.resolve("target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                var newest = files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                        .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
                if (newest.isPresent()) {
                    return newest.get();
                }
            }
        }
        throw new IOException("No *-app.jar in " + target + ": build it first (mvn package)");
    }

    /** Unpacks {@code appJar} into {@code directory}, or finds it unpacked there already. One at a time: they share jars. */
    public static synchronized ServiceJar unpack(Path appJar, Path directory) throws IOException {
        try (JarFile jar = new JarFile(appJar.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            String mainClass = manifest.getValue("Start-Class");
            if (mainClass == null) {
                throw new IOException(
                        appJar + " is no executable jar of Spring Boot: its manifest names no Start-Class");
            }
            List<Path> classPath = new ArrayList<>();
            classPath.add(unpackClasses(jar, directory.resolve("classes")));
            for (String library : libraries(jar)) {
                classPath.add(unpackLibrary(jar, library, directory.resolve("lib")));
            }
            return new ServiceJar(mainClass, classPath);
        }
    }

    /** The index lists the libraries in the order of the class path, as lines like {@code - "BOOT-INF/lib/a.jar"}. */
    private static List<String> libraries(JarFile jar) throws IOException {
        JarEntry index = jar.getJarEntry("BOOT-INF/classpath.idx");
        if (index == null) {
            throw new IOException(jar.getName() + " has no BOOT-INF/classpath.idx");
        }
        try (InputStream in = jar.getInputStream(index)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(LIBRARIES))
                    .map(line -> line.substring(line.indexOf(LIBRARIES), line.lastIndexOf('"')))
                    .toList();
        }
    }

    private static Path unpackLibrary(JarFile jar, String name, Path directory) throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        String fileName = "%08x-%s".formatted(entry.getCrc(), name.substring(LIBRARIES.length()));
        Path library = directory.resolve(fileName);
        if (!Files.exists(library)) {
            Files.createDirectories(directory);
            Path unfinished = Files.createTempFile(directory, fileName, ".unfinished");
            copy(jar, entry, unfinished);
            Files.move(unfinished, library, StandardCopyOption.ATOMIC_MOVE);
        }
        return library;
    }

    private static Path unpackClasses(JarFile jar, Path directory) throws IOException {
        List<JarEntry> entries = jar.stream()
                .filter(entry -> entry.getName().startsWith(CLASSES) && !entry.isDirectory())
                .toList();
        Path classes = directory.resolve("%08x".formatted(checksum(entries)));
        if (!Files.exists(classes)) {
            Files.createDirectories(directory);
            Path unfinished = Files.createTempDirectory(directory, "unfinished");
            for (JarEntry entry : entries) {
                Path file = unfinished.resolve(entry.getName().substring(CLASSES.length()));
                Files.createDirectories(file.getParent());
                copy(jar, entry, file);
            }
            Files.move(unfinished, classes, StandardCopyOption.ATOMIC_MOVE);
        }
        return classes;
    }

    private static long checksum(List<JarEntry> entries) {
        CRC32 checksum = new CRC32();
        for (JarEntry entry : entries) {
            checksum.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8));
        }
        return checksum.getValue();
    }

    private static void copy(JarFile jar, JarEntry entry, Path file) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
