package io.switchlog.projection.fold;

import java.util.List;
import java.util.Set;

/** Where the rows are kept. */
public interface ReadModels {

    /** What is open in each workspace of these partitions, all of it as of one moment. */
    List<OpenWorkspace> read(Set<Integer> partitions);

    /**
     * Writes the rows and how far they bring each workspace, all or nothing.
     *
     * @return false if another writer has brought one of the workspaces further meanwhile; nothing is written then, and who
     *     called has to read again
     */
    boolean write(Batch batch);
}
