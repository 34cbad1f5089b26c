package io.switchlog.bench.people;

import io.switchlog.bench.load.Latencies;
import io.switchlog.bench.load.OpenLoop;
import io.switchlog.bench.load.Schedule;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What all pages of a crowd send all the time. */
public final class Heartbeats {

    private static final int SECONDS_BETWEEN = 10;
    private static final long SEED = 10_000;

    private final Crowd crowd;
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    public Heartbeats(Crowd crowd) {
        this.crowd = crowd;
    }

    /** How many they are in a second. */
    public static int perSecond(int agents) {
        return Math.max(1, agents / SECONDS_BETWEEN);
    }

    /** Sends as many as that in turn, from one page after the other, and measures from when each was due to its answer. */
    public Latencies send(int perSecond, Duration length) {
        List<Person> people = crowd.people();
        return OpenLoop.run(
                Schedule.of(perSecond, length, SEED + perSecond),
                i -> people.get(i % people.size()).beats().handle(this::check));
    }

    /** Those that were not answered as they should be, and forgets them. */
    public List<String> takeErrors() {
        List<String> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    private HttpResponse<String> check(HttpResponse<String> answer, Throwable failure) {
        if (failure != null) {
            errors.add("a heartbeat was not answered: " + failure);
        } else if (answer.statusCode() != 200) {
            errors.add("a heartbeat was answered " + answer.statusCode());
        } else if (!answer.body().contains("\"readiness\":100")) {
            errors.add("somebody who lacks nothing was answered " + answer.body());
        }
        return answer;
    }
}
