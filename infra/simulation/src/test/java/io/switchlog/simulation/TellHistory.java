package io.switchlog.simulation;

/** Prints the history of a seed. */
public final class TellHistory {

    private TellHistory() {}

    public static void main(String[] args) {
        System.out.println(Simulation.explain(Long.parseLong(args[0])));
    }
}
