package io.switchlog.bench.board;

import io.switchlog.bench.people.Crowd;
import io.switchlog.bench.phone.Document;
import io.switchlog.bench.phone.Exchange;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call from its beginning to its end, with all that people do about it, in a thread of its own. It takes three or four seconds, where
 * people take minutes: what costs is what happens, and not for how long somebody talks.
 */
final class Story {

    /** After so many calls somebody goes away for a second; not who has just talked, for nobody goes away twice at a time. */
    private static final int BREAKS_EVERY = 10;

    private static final int DECIDED = 200;
    private static final int UNAVAILABLE = 503;

    private final int number;
    private final String callSid;
    private final Crowd crowd;
    private final Exchange exchange;
    private final Clicks clicks;
    private final Random random;

    Story(int number, String callSid, Crowd crowd, Exchange exchange, Clicks clicks) {
        this.number = number;
        this.callSid = callSid;
        this.crowd = crowd;
        this.exchange = exchange;
        this.clicks = clicks;
        this.random = new Random(number);
    }

    /** Returns whether it went as it should: not if the call rang for nobody, or if a click or a device came to nothing. */
    boolean happens() throws InterruptedException {
        try {
            return goesOn(Course.of(number), exchange.call(callSid));
        } finally {
            exchange.hangUp(callSid);
        }
    }

    private boolean goesOn(Course course, Document ringing) throws InterruptedException {
        List<String> rung = new ArrayList<>(ringing.agentIds());
        Collections.shuffle(rung, random);
        if (course == Course.ABANDONED) {
            after(500, 1_500);
            return true;
        }
        if (course == Course.DECLINED_FIRST) {
            clicks(after(300, 800), rung.removeFirst(), "decline", Map.of());
        }
        String holder = claims(rung);
        if (holder == null) {
            return false;
        }
        after(50, 150);
        if (!exchange.pickUp(ringing, holder)) {
            return false;
        }
        long due = after(500, 1_500);
        String last =
                switch (course) {
                    case HUNG_UP -> clicks(due, holder, "hang-up", Map.of()) ? holder : null;
                    case PARKED -> clicks(due, holder, "park", Map.of()) ? retrieved(rung, holder) : null;
                    case TRANSFERRED -> transferred(due, rung, holder);
                    case ABANDONED, DECLINED_FIRST, PLAIN -> holder;
                };
        if (last != null && number % BREAKS_EVERY == 0) {
            takesABreak(crowd.people()
                    .get(number / BREAKS_EVERY % crowd.people().size())
                    .id());
        }
        return last != null;
    }

    /** The first of them who gets it. Others may be busy by now. */
    private @Nullable String claims(List<String> rung) throws InterruptedException {
        for (String agentId : rung) {
            if (clicks(after(300, 1_200), agentId, "claim", Map.of())) {
                return agentId;
            }
        }
        return null;
    }

    private @Nullable String retrieved(List<String> others, String parkedBy) throws InterruptedException {
        var _ = exchange.redirected(callSid);
        for (String agentId : others) {
            if (!agentId.equals(parkedBy) && clicks(after(500, 1_500), agentId, "retrieve", Map.of())) {
                return talks(agentId);
            }
        }
        return null;
    }

    private @Nullable String transferred(long due, List<String> others, String from) throws InterruptedException {
        for (String agentId : others) {
            if (!agentId.equals(from)) {
                return clicks(due, from, "transfer", Map.of("agentId", agentId)) ? talks(agentId) : from;
            }
        }
        return null;
    }

    private @Nullable String talks(String agentId) throws InterruptedException {
        Document ringing = exchange.redirected(callSid);
        after(50, 150);
        if (ringing == null || !exchange.pickUp(ringing, agentId)) {
            return null;
        }
        after(300, 800);
        return agentId;
    }

    private void takesABreak(String agentId) throws InterruptedException {
        click(after(0, 100), agentId, "PUT", "/api/me/availability", Map.of("status", "away"));
        click(after(800, 1_200), agentId, "PUT", "/api/me/availability", Map.of("status", "available"));
    }

    private boolean clicks(long due, String agentId, String what, Map<String, ?> body) {
        return click(due, agentId, "POST", "/api/calls/" + callSid + "/" + what, body);
    }

    private boolean click(long due, String agentId, String method, String path, Map<String, ?> body) {
        HttpResponse<String> answer =
                crowd.named(agentId).asks(method, path, body).join();
        long answered = System.nanoTime();
        JsonNode json = JsonMapper.shared().readTree(answer.body());
        if (answer.statusCode() == DECIDED) {
            clicks.granted(agentId, due, answered, json.path("sequence").asLong());
        } else if (answer.statusCode() == UNAVAILABLE) {
            clicks.undecided();
        } else {
            clicks.refused(path.substring(path.lastIndexOf('/') + 1) + " "
                    + json.path("reason").asString(""));
        }
        return answer.statusCode() == DECIDED;
    }

    /** Lets some time pass. Returns when it was over, which is when somebody clicks: to wake up late is not their fault. */
    private long after(int leastMillis, int mostMillis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(leastMillis, mostMillis));
        long left = until - System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(left);
        return until;
    }
}
