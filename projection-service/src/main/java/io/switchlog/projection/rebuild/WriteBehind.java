package io.switchlog.projection.rebuild;

import io.switchlog.projection.fold.Batch;
import io.switchlog.projection.fold.OpenWorkspace;
import io.switchlog.projection.fold.ReadModels;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets Postgres write one batch while the next one is read and folded. What became of a batch is told when the next one is
 * handed over, or at the end: too late to say that it is done, and early enough for who starts over when it is not.
 */
final class WriteBehind implements ReadModels, AutoCloseable {

    private final ReadModels readModels;
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private Future<Boolean> underWay = writer.submit(() -> true);

    WriteBehind(ReadModels readModels) {
        this.readModels = readModels;
    }

    @Override
    public List<OpenWorkspace> read(Set<Integer> partitions) {
        return readModels.read(partitions);
    }

    /** @return what became of the batch before */
    @Override
    public boolean write(Batch batch) {
        boolean before = finish();
        underWay = writer.submit(() -> readModels.write(batch));
        return before;
    }

    /** Waits for the last batch, and tells what became of it. */
    boolean finish() {
        try {
            return underWay.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RebuildFailedException("interrupted");
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
