package io.switchlog.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolatedServiceTest {

    @TempDir
    Path directory;

    private Path appJar = Path.of("");

    @BeforeEach
    void packs_the_sample_as_boot_would() throws IOException {
        appJar = Files.createDirectories(directory.resolve("module/target")).resolve("sample-1.0-app.jar");
        writeBootJar(appJar);
    }

    @Test
    void a_service_sees_its_own_jars_and_no_others() throws Exception {
        Path notes = Files.createDirectory(directory.resolve("notes"));

        try (IsolatedService service = start("sample", notes)) {
            assertThat(service).isNotNull();
            assertThat(notes.resolve("sees-the-local-run")).hasContent("false");
            assertThat(notes.resolve("sees-kafka")).hasContent("false");
            assertThat(notes.resolve("closed")).doesNotExist();
        }
        assertThat(notes.resolve("closed")).exists();
    }

    @Test
    void two_web_services_run_at_once_and_share_no_class() throws Exception {
        Path notesOfOne = Files.createDirectory(directory.resolve("one"));
        Path notesOfTwo = Files.createDirectory(directory.resolve("two"));

        try (IsolatedService one = start("one", notesOfOne);
                IsolatedService two = start("two", notesOfTwo)) {
            assertThat(two).isNotSameAs(one);
            assertThat(Files.readString(notesOfOne.resolve("spring")))
                    .isNotEqualTo(Files.readString(notesOfTwo.resolve("spring")));
        }
    }

    @Test
    void a_service_that_does_not_start_says_why_in_a_line() {
        assertThatThrownBy(() -> start("sample", directory.resolve("nowhere")))
                .isInstanceOf(ServiceFailedException.class)
                .hasMessageStartingWith("sample did not start: NoSuchFileException: ")
                .hasMessageContaining("nowhere");
    }

    @Test
    void a_running_service_is_not_disturbed_by_a_new_build() throws Exception {
        ServiceJar before = unpacked();
        writeBootJar(appJar);

        assertThat(unpacked()).isEqualTo(before);
        assertThat(before.classPath()).allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void a_module_that_was_not_built_is_named() {
        assertThatThrownBy(() -> ServiceJar.find(directory.resolve("unbuilt"))).hasMessageContaining("unbuilt");
    }

    private IsolatedService start(String name, Path notes) throws IOException, ServiceFailedException {
        return IsolatedService.start(
                name,
                unpacked(),
                List.of(
                        "--notes=" + notes,
                        "--server.port=0",
                        "--spring.main.register-shutdown-hook=false",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=off"));
    }

    private ServiceJar unpacked() throws IOException {
        return ServiceJar.unpack(ServiceJar.find(directory.resolve("module")), directory.resolve("unpacked"));
    }

    private static void writeBootJar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Start-Class"), SampleApplication.class.getName());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.setLevel(Deflater.NO_COMPRESSION);
            String sample = SampleApplication.class.getName().replace('.', '/') + ".class";
            add(jar, "BOOT-INF/classes/" + sample, bytesOf("/" + sample));
            List<Path> libraries = springLibraries();
            for (Path library : libraries) {
                add(jar, "BOOT-INF/lib/" + library.getFileName(), Files.readAllBytes(library));
            }
            String index = libraries.stream()
                    .map(library -> "- \"BOOT-INF/lib/" + library.getFileName() + "\"\n")
                    .collect(Collectors.joining());
            add(jar, "BOOT-INF/classpath.idx", index.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<Path> springLibraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(
                        path -> path.getFileName()
                                .toString()
                                .matches(
                                        "(spring|micrometer|commons-logging|tomcat|jakarta|jackson|jspecify|slf4j|logback|snakeyaml).*\\.jar"))
                .toList();
    }

    private static byte[] bytesOf(String resource) throws IOException {
        try (var in = IsolatedServiceTest.class.getResourceAsStream(resource)) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
