package io.switchlog.bench.claim;

import io.switchlog.bench.load.Latencies;
import io.switchlog.bench.log.FirstSeen;
import io.switchlog.contract.Topics;
import io.switchlog.contract.WorkspacePartition;
import io.switchlog.driver.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of a claim goes. Nothing is added to the services for it: what passes between them stands in the log, and three
 * more readers of that log note when it is there. All times are of one clock, this process's; each includes the millisecond
 * or less that a tail takes to fetch.
 */
public final class Hops implements ClaimsOverHttp.Watch {

    private final Map<String, Long> clicked = new ConcurrentHashMap<>();
    private final Map<String, Long> answered = new ConcurrentHashMap<>();

    private Hops() {}

    /**
     * One part of the way.
     *
     * @param what happens in it
     */
    public record Hop(String what, Latencies took) {}

    /** Runs claims at that rate, and follows each of them. */
    public static List<Hop> trace(ClaimsOverHttp claims, Ports ports, int perSecond, Duration length) {
        int partition = WorkspacePartition.of("demo", Topics.PARTITIONS);
        String servers = ports.bootstrapServers();
        try (FirstSeen commands = FirstSeen.commands(servers, partition);
                FirstSeen written = FirstSeen.uncommittedDecisions(servers, partition);
                FirstSeen committed = FirstSeen.decisions(servers, partition)) {
            Hops hops = new Hops();
            claims.run("trace", perSecond, length, hops);
            return hops.measure(commands, written, committed);
        }
    }

    private List<Hop> measure(FirstSeen commands, FirstSeen written, FirstSeen committed) {
        List<Hop> hops = List.of(
                new Hop("HTTP request, session, append: command in the log", new Latencies()),
                new Hop("engine reads, decides, writes: decision in the log", new Latencies()),
                new Hop("transaction commits: decision can be read", new Latencies()),
                new Hop("gateway reads it and answers", new Latencies()),
                new Hop("all of it", new Latencies()));
        clicked.forEach((id, start) -> {
            List<Long> times = times(start, commands.at(id), written.at(id), committed.at(id), answered.get(id));
            if (times.size() == hops.size()) {
                for (int i = 1; i < times.size(); i++) {
                    hops.get(i - 1).took().record(times.get(i) - times.get(i - 1));
                }
                hops.getLast().took().record(times.getLast() - start);
            }
        });
        return hops;
    }

    private static List<Long> times(@Nullable Long... times) {
        List<Long> known = new ArrayList<>();
        for (Long time : times) {
            if (time != null) {
                known.add(time);
            }
        }
        return known;
    }

    @Override
    public void clicked(String commandId, long at) {
        clicked.put(commandId, at);
    }

    @Override
    public void answered(String commandId, long at) {
        answered.put(commandId, at);
    }
}
