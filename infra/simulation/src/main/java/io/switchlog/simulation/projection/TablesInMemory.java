package io.switchlog.simulation.projection;

import io.switchlog.projection.fold.Batch;
import io.switchlog.projection.fold.Changes;
import io.switchlog.projection.fold.OpenWorkspace;
import io.switchlog.projection.fold.ReadModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The read models, in memory: a batch is written as a whole, unless another writer was faster. */
final class TablesInMemory implements ReadModels {

    private final Map<String, Rows> byWorkspace = new TreeMap<>();

    @Override
    public List<OpenWorkspace> read(Set<Integer> partitions) {
        List<OpenWorkspace> open = new ArrayList<>();
        byWorkspace.forEach((workspace, rows) -> {
            if (partitions.contains(rows.partition())) {
                open.add(rows.open(workspace));
            }
        });
        return open;
    }

    @Override
    public boolean write(Batch batch) {
        if (isFenced(batch)) {
            return false;
        }
        batch.changes()
                .forEach((workspace, changes) ->
                        byWorkspace.computeIfAbsent(workspace, _ -> new Rows()).write(changes));
        return true;
    }

    /** Whether one of the workspaces is not where the batch's writer left it. */
    private boolean isFenced(Batch batch) {
        for (Map.Entry<String, Changes> each : batch.changes().entrySet()) {
            Rows known = byWorkspace.get(each.getKey());
            long next = known == null ? 1 : known.nextSequence();
            if (next != each.getValue().progress().expectedSequence()) {
                return true;
            }
        }
        return false;
    }

    /** All rows in words, by workspace, table and key. */
    List<String> dump() {
        List<String> lines = new ArrayList<>();
        byWorkspace.forEach((workspace, rows) -> rows.dump(line -> lines.add(workspace + " " + line)));
        return lines;
    }
}
