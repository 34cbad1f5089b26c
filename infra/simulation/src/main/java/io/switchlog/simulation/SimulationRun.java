package io.switchlog.simulation;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code ./switchlog bench simulation --seeds N [--from SEED]}. */
public final class SimulationRun {

    private static final String USAGE =
            "Usage: simulation [--seeds N] [--from SEED]   (10000 seeds; without --from, new ones each time)";

    private final long started = System.nanoTime();
    private long seeds = 10_000;
    private long from = System.currentTimeMillis() * 1_000;

    private SimulationRun() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Returns the exit code: 0 when the judge objects to nothing, 1 when it does, 2 when the arguments make no sense. */
    static int run(String... args) {
        SimulationRun run = new SimulationRun();
        if (run.understand(args)) {
            return run.run();
        }
        System.err.println(USAGE);
        return 2;
    }

    private int run() {
        System.out.println("Seeds " + from + " to " + (from + seeds - 1));
        Simulation simulation = new Simulation(
                told -> System.out.printf("%,12d histories told, %,.0f a second%n", told, told / seconds()));
        Optional<String> bad = simulation.run(from, seeds);
        bad.ifPresent(System.out::println);
        if (bad.isEmpty() && seeds == 1) {
            System.out.println(Simulation.explain(from));
        }
        System.out.println();
        System.out.println(simulation.coverage().table());
        return bad.isEmpty() ? 0 : 1;
    }

    private boolean understand(String[] args) {
        try {
            for (int i = 0; i < args.length; i += 2) {
                switch (args[i]) {
                    case "--seeds" -> seeds = Long.parseLong(args[i + 1]);
                    case "--from" -> from = Long.parseLong(args[i + 1]);
                    default -> {
                        return false;
                    }
                }
            }
            return seeds > 0;
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return false;
        }
    }

    private double seconds() {
        return (double) (System.nanoTime() - started) / TimeUnit.SECONDS.toNanos(1);
    }
}
