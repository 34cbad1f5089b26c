package io.switchlog.audit.probe;

import io.switchlog.audit.probe.EngineLayer.Mark;
import io.switchlog.contract.WorkspacePartition;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./switchlog probe}: sends a command through all layers and says how far it came. */
@Command(
        name = "switchlog probe",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Says which layer is broken: log, engine, Postgres, projection or stream. Ends with 1 if one is.",
        footer = {
            "",
            "It appends two commands that change nothing to the workspace's log. Settings come from the environment:",
            "KAFKA_BOOTSTRAP_SERVERS, POSTGRES_URL, POSTGRES_USER, POSTGRES_PASSWORD, GATEWAY_URL and, to open a stream",
            "as a browser does, PROBE_USERNAME and PROBE_PASSWORD."
        })
public final class Probe implements Callable<Integer> {

    @Option(names = "--workspace", defaultValue = "demo", paramLabel = "NAME", description = "Whose log to look at.")
    String workspace = "";

    @Option(
            names = "--patience",
            defaultValue = "5",
            paramLabel = "SECONDS",
            description = "How long to wait for each layer.")
    int seconds;

    private final Function<String, @Nullable String> environment;
    private final PrintStream out;

    /**
     * A probe that has not looked yet.
     *
     * @param environment value of a setting by its name; null when it is not set
     */
    Probe(Function<String, @Nullable String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Probe(System::getenv, System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (!WorkspacePartition.isValidName(workspace)) {
            out.println("--workspace: expected lower-case letters, digits and hyphens");
            return CommandLine.ExitCode.USAGE;
        }
        Optional<String> missing =
                List.of("KAFKA_BOOTSTRAP_SERVERS", "POSTGRES_URL", "POSTGRES_USER", "POSTGRES_PASSWORD").stream()
                        .filter(name -> setting(name) == null)
                        .findFirst();
        if (missing.isPresent()) {
            out.println(missing.get() + ": expected, but it is not set");
            return CommandLine.ExitCode.USAGE;
        }
        List<Finding> findings = look(new Patience(Duration.ofSeconds(seconds)));
        findings.forEach(finding -> out.println("  " + finding.text()));
        Optional<Finding> broken = findings.stream().filter(Finding::isBroken).findFirst();
        out.println(broken.map(first -> "Broken: %s (%s). Go on with %s"
                        .formatted(
                                Finding.name(first.layer()),
                                first.layer().what().toLowerCase(Locale.ROOT),
                                first.layer().chapter()))
                .orElse("All layers are well."));
        return broken.isPresent() ? 1 : 0;
    }

    private List<Finding> look(Patience patience) throws Exception {
        List<Finding> findings = new ArrayList<>();
        Mark mark = lookAtTheLog(findings, patience);
        try (Database database = new Database(
                required("POSTGRES_URL"), required("POSTGRES_USER"), required("POSTGRES_PASSWORD"), patience)) {
            Finding postgres = database.look();
            findings.add(postgres);
            if (postgres.isBroken()) {
                findings.add(Finding.notLookedAt(Layer.PROJECTION, Layer.POSTGRES));
            } else {
                findings.add(
                        mark == null
                                ? Finding.notLookedAt(Layer.PROJECTION, firstBroken(findings))
                                : database.lookAtReadModels(mark));
            }
        }
        String gateway = setting("GATEWAY_URL");
        findings.add(
                mark == null
                        ? Finding.notLookedAt(Layer.STREAM, firstBroken(findings))
                        : new StreamLayer(URI.create(gateway == null ? "http://localhost:8080" : gateway), patience)
                                .look(mark, visitor()));
        return findings;
    }

    private @Nullable Mark lookAtTheLog(List<Finding> findings, Patience patience) throws InterruptedException {
        String servers = required("KAFKA_BOOTSTRAP_SERVERS");
        Finding log = new LogLayer(servers, patience).look();
        findings.add(log);
        if (log.isBroken()) {
            findings.add(Finding.notLookedAt(Layer.ENGINE, Layer.LOG));
            return null;
        }
        EngineLayer.Result engine = new EngineLayer(servers, workspace, patience).look();
        findings.add(engine.finding());
        return engine.mark();
    }

    private static Layer firstBroken(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isBroken)
                .map(Finding::layer)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("none is broken"));
    }

    private @Nullable Visitor visitor() {
        String username = setting("PROBE_USERNAME");
        String password = setting("PROBE_PASSWORD");
        return username == null || password == null ? null : new Visitor(username, password);
    }

    private String required(String name) {
        String value = setting(name);
        if (value == null) {
            throw new IllegalStateException(name + " was checked before");
        }
        return value;
    }

    private @Nullable String setting(String name) {
        String value = environment.apply(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
