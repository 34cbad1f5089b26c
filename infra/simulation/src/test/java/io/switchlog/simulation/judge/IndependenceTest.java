package io.switchlog.simulation.judge;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** A judge that shared code with the judged would share its mistakes, and a world with a clock would not repeat itself. */
class IndependenceTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.switchlog.simulation");

    @Test
    void the_judge_was_looked_at() {
        assertThat(ALL.contain(Judge.class)).isTrue();
    }

    @Test
    void the_judge_knows_the_jdk_and_jackson_alone() {
        classes()
                .that()
                .resideInAPackage("io.switchlog.simulation.judge")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "tools.jackson..", "org.jspecify..", "io.switchlog.simulation.judge")
                .check(ALL);
    }

    @Test
    void the_world_knows_the_engine_by_its_door_alone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.switchlog.decider..", "io.switchlog.engine")
                .check(ALL);
    }

    /** Its other packages need what is not on the class path, here or where the bench runs. */
    @Test
    void the_world_knows_the_ingress_by_its_calls_alone() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.switchlog.ingress..")
                        .and(resideOutsideOfPackage("io.switchlog.ingress.calls")))
                .check(ALL);
    }

    /** The rest of it needs Kafka, Postgres and Spring. */
    @Test
    void the_world_knows_the_projection_by_its_fold_alone() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.switchlog.projection..")
                        .and(resideOutsideOfPackage("io.switchlog.projection.fold")))
                .check(ALL);
    }

    /** The snapshot needs Postgres. */
    @Test
    void the_world_knows_the_board_by_its_events_alone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.switchlog.board.snapshot")
                .check(ALL);
    }

    @Test
    void nothing_but_the_command_line_looks_at_a_clock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.switchlog.simulation.SimulationRun")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .check(ALL);
    }

    @Test
    void chance_has_one_source() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.switchlog.simulation.world.Chance")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RandomGeneratorFactory.class)
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|UUID|SplittableRandom|concurrent\\.ThreadLocalRandom)")
                .check(ALL);
    }

    @Test
    void packages_do_not_go_in_circles() {
        slices().matching("io.switchlog.simulation.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ALL);
    }
}
