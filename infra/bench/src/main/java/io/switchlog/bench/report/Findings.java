package io.switchlog.bench.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What a run has found so far. What is found is printed at once, for a run takes minutes, and in the end as a table. */
public final class Findings {

    /** How many of a kind are shown; the others look the same. */
    private static final int SHOWN = 10;

    private final PrintStream out;
    private final Table table = new Table();
    private final List<String> wrong = new ArrayList<>();

    public Findings(PrintStream out) {
        this.out = out;
    }

    public void progress(String what) {
        out.println("  " + what);
    }

    public void add(Row row) {
        table.add(row);
        progress(row.what() + ": " + row.measured());
    }

    /** Answers that must not be, in words. */
    public void addWrong(List<String> answers) {
        wrong.addAll(answers);
        answers.stream().limit(SHOWN).forEach(answer -> progress("WRONG: " + answer));
    }

    public boolean isAllRight() {
        return wrong.isEmpty();
    }

    public String text() {
        String verdict = !isAllRight()
                ? wrong.size() + " answers were wrong."
                : table.missesAnAim()
                        ? "All answers were right; not all aims were met."
                        : "All answers were right, all aims met.";
        return table.text() + System.lineSeparator() + verdict;
    }
}
