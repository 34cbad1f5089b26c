package io.switchlog.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What happened, line by line, for people. Only written when a history is told again because the judge objected to it. */
public final class Trace {

    private final Agenda agenda;
    private final boolean written;
    private final List<String> lines = new ArrayList<>();

    public Trace(Agenda agenda, boolean written) {
        this.agenda = agenda;
        this.written = written;
    }

    public void note(String who, Supplier<String> what) {
        if (written) {
            lines.add(String.format(Locale.ROOT, "%10.3f s  %-9s %s", agenda.now() / 1000.0, who, what.get()));
        }
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
