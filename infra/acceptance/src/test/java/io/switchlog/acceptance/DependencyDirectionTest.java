package io.switchlog.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.switchlog.driver.Stack;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dependencies point inward: services know the contract, the engine knows the decider, the decider knows nobody. */
class DependencyDirectionTest {

    private static final Map<String, String> FOLDERS = Map.ofEntries(
            Map.entry("contract", "routing-streams/contract"),
            Map.entry("decider", "routing-streams/decider"),
            Map.entry("engine", "routing-streams/engine"),
            Map.entry("client", "routing-streams/client"),
            Map.entry("board", "routing-streams/board"),
            Map.entry("audit", "routing-streams/audit"),
            Map.entry("ingress", "ingress-service"),
            Map.entry("projection", "projection-service"),
            Map.entry("gateway", "dashboard-gateway"),
            Map.entry("simulator", "infra/twilio-simulator"),
            Map.entry("embedded", "infra/embedded"),
            Map.entry("local", "infra/local"),
            Map.entry("driver", "infra/driver"));

    private static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(FOLDERS.values().stream()
                    .map(DependencyDirectionTest::compiled)
                    .toList());

    @Test
    void every_module_was_looked_at() {
        FOLDERS.keySet()
                .forEach(module -> assertThat(ALL.stream()
                                .filter(each -> each.getPackageName().startsWith("io.switchlog." + module)))
                        .as("classes of %s; build the whole project first", module)
                        .isNotEmpty());
    }

    @Test
    void the_decider_knows_the_jdk_and_the_contract_alone() {
        classes()
                .that()
                .resideInAPackage("io.switchlog.decider..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.switchlog.decider..", "io.switchlog.contract", "org.jspecify..")
                .check(ALL);
    }

    @Test
    void the_decider_reads_no_clock_and_no_random_number() {
        noClasses()
                .that()
                .resideInAPackage("io.switchlog.decider..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|UUID|concurrent\\..*)|java\\.io\\..*|java\\.net\\..*")
                .check(ALL);
    }

    @Test
    void only_the_engine_knows_the_decider() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.switchlog.decider..", "io.switchlog.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.switchlog.decider..")
                .check(ALL);
    }

    @Test
    void the_contract_knows_nobody() {
        knowsOnly("contract");
    }

    @Test
    void the_client_knows_the_contract() {
        knowsOnly("client", "contract");
    }

    @Test
    void the_board_knows_the_contract_and_its_fold_no_database() {
        knowsOnly("board", "contract");
        noClasses()
                .that()
                .resideInAPackage("io.switchlog.board")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "org.springframework..", "io.switchlog.board.snapshot..")
                .check(ALL);
    }

    @Test
    void services_know_the_client_and_the_contract_and_never_each_other() {
        knowsOnly("ingress", "client", "contract");
        knowsOnly("gateway", "client", "board", "contract");
        knowsOnly("projection", "client", "board", "contract");
        knowsOnly("audit", "client", "contract");
        knowsOnly("engine", "decider", "contract");
    }

    @Test
    void the_simulator_and_the_local_run_know_nothing_of_ours() {
        knowsOnly("simulator");
        knowsOnly("embedded");
        knowsOnly("driver");
        knowsOnly("local", "embedded");
    }

    @Test
    void packages_of_a_service_do_not_go_in_circles() {
        slices().matching("io.switchlog.(*.*)..").should().beFreeOfCycles().check(ALL);
    }

    private static void knowsOnly(String module, String... others) {
        String[] outside = FOLDERS.keySet().stream()
                .filter(each -> !each.equals(module) && !List.of(others).contains(each))
                .map(each -> "io.switchlog." + each + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("io.switchlog." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(outside)
                .check(ALL);
    }

    private static Path compiled(String folder) {
        return Stack.home().resolve(folder).resolve("target/classes");
    }
}
