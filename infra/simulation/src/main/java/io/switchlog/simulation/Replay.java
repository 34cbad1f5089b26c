package io.switchlog.simulation;

import io.switchlog.engine.partition.EntityStore;
import io.switchlog.engine.partition.PartitionDecider;
import io.switchlog.simulation.log.CommandRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Decides a command log again, from its beginning and without a single interruption. */
final class Replay {

    private Replay() {}

    /** The bytes of the events that follow from these commands. */
    static List<byte[]> decide(List<CommandRecord> commands) {
        PartitionDecider decider = PartitionDecider.restore(
                History.PARTITION.number(), History.PARTITION.count(), new Memory(new TreeMap<>()));
        List<byte[]> events = new ArrayList<>();
        for (CommandRecord command : commands) {
            decider.decide(command.value(), command.time(), command.offset(), command.time())
                    .ifPresent(decided -> decided.events().forEach(event -> events.add(event.bytes())));
        }
        return events;
    }

    private record Memory(Map<String, byte[]> entries) implements EntityStore {

        @Override
        public void put(String key, byte @Nullable [] value) {
            if (value == null) {
                entries.remove(key);
            } else {
                entries.put(key, value);
            }
        }

        @Override
        public void forEach(BiConsumer<String, byte[]> entry) {
            entries.forEach(entry);
        }
    }
}
