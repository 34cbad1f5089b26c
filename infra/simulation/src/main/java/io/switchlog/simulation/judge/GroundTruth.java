package io.switchlog.simulation.judge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What really happened, written down by the world as it happens. All times are the simulation's own, in milliseconds, which no
 * clock in the world shows.
 */
public final class GroundTruth {

    private final List<Command> commands = new ArrayList<>();
    private final List<Committed> events = new ArrayList<>();
    private final Map<String, Caller> callers = new LinkedHashMap<>();
    private final List<Bridge> bridges = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final List<AtDevice> pickUps = new ArrayList<>();
    private final List<AtDevice> letThrough = new ArrayList<>();
    private final Map<String, Map<Long, Set<ShownBoard>>> boards = new HashMap<>();
    private final boolean judged;
    private long undecidedMillis;

    /** That of a history that will be judged. */
    public GroundTruth() {
        this(true);
    }

    private GroundTruth(boolean judged) {
        this.judged = judged;
    }

    /** That of a world that lives too long for all of it to be written down: commands, events and boards are not. */
    public static GroundTruth ofALongTime() {
        return new GroundTruth(false);
    }

    /**
     * A record of the command topic.
     *
     * @param offset where it stands
     * @param at when the log took it in, by the log's clock, in milliseconds since the beginning
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Command(long offset, byte[] value, long at) {
        /** Whether it is a command of that type; parsing all of them would take the judge longer than the rest. */
        boolean isNamed(String type) {
            byte[] start = ("{\"type\":\"" + type + "\"").getBytes(StandardCharsets.UTF_8);
            return value.length >= start.length && Arrays.mismatch(start, 0, start.length, value, 0, start.length) < 0;
        }
    }

    /**
     * A record of the event topic.
     *
     * @param at when it could be read
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Committed(byte[] value, long at) {}

    record Heard(Sound sound, long from) {}

    /** A document of ours at Twilio. */
    record Run(String callSid, int step, long at) {}

    /** Something that happened to an agent's leg of a call. */
    record AtDevice(String callSid, String agentId, long at) {}

    /** A caller and an agent who could hear each other. */
    static final class Bridge {
        final String callSid;
        final String agentId;
        final long from;
        long to = Long.MAX_VALUE;

        Bridge(String callSid, String agentId, long from) {
            this.callSid = callSid;
            this.agentId = agentId;
            this.from = from;
        }

        boolean standsAt(long at) {
            return from <= at && at < to;
        }

        @Override
        public String toString() {
            return callSid + " bridged to " + agentId + " from " + from + " to " + to + " ms";
        }
    }

    /** One caller at Twilio. */
    static final class Caller {
        final String callSid;
        final List<Heard> heard = new ArrayList<>();

        @Nullable
        Farewell farewell;

        long leftAt = Long.MAX_VALUE;

        Caller(String callSid, long arrivedAt) {
            this.callSid = callSid;
            heard.add(new Heard(Sound.NOTHING, arrivedAt));
        }
    }

    public void appended(long offset, byte[] command, long at) {
        if (judged) {
            commands.add(new Command(offset, command, at));
        }
    }

    public void committed(byte[] event, long at) {
        if (judged) {
            events.add(new Committed(event, at));
        }
    }

    /** The log is away, or the engine: for so long at most nothing is decided. */
    public void nothingIsDecidedFor(long millis) {
        undecidedMillis += millis;
    }

    public void callerArrives(String callSid, long at) {
        callers.put(callSid, new Caller(callSid, at));
    }

    public void hears(String callSid, Sound sound, long at) {
        caller(callSid).heard.add(new Heard(sound, at));
    }

    public void callerLeaves(String callSid, Farewell farewell, long at) {
        Caller caller = caller(callSid);
        caller.farewell = farewell;
        caller.leftAt = at;
    }

    /** The caller's leg begins to run the document of that step. */
    public void runs(String callSid, int step, long at) {
        runs.add(new Run(callSid, step, at));
    }

    public void pickedUp(String callSid, String agentId, long at) {
        pickUps.add(new AtDevice(callSid, agentId, at));
    }

    /** A leg that was picked up is told to go on and be bridged. */
    public void letThrough(String callSid, String agentId, long at) {
        letThrough.add(new AtDevice(callSid, agentId, at));
    }

    public void bridged(String callSid, String agentId, long at) {
        bridges.add(new Bridge(callSid, agentId, at));
    }

    public void unbridged(String callSid, String agentId, long at) {
        bridges.stream()
                .filter(bridge ->
                        bridge.callSid.equals(callSid) && bridge.agentId.equals(agentId) && bridge.standsAt(at))
                .forEach(bridge -> bridge.to = at);
    }

    /**
     * A gateway shows a workspace's board.
     *
     * @param sequence of the last event that it holds
     */
    public void shown(String workspace, long sequence, Supplier<ShownBoard> board) {
        if (judged) {
            boards.computeIfAbsent(workspace, _ -> new HashMap<>())
                    .computeIfAbsent(sequence, _ -> new LinkedHashSet<>())
                    .add(board.get());
        }
    }

    List<Command> commands() {
        return Collections.unmodifiableList(commands);
    }

    /** For how long nothing can have been decided, in all. */
    long undecidedMillis() {
        return undecidedMillis;
    }

    List<Committed> events() {
        return Collections.unmodifiableList(events);
    }

    List<Caller> callers() {
        return List.copyOf(callers.values());
    }

    Caller caller(String callSid) {
        return Objects.requireNonNull(callers.get(callSid), "nobody called as " + callSid);
    }

    List<Bridge> bridges() {
        return Collections.unmodifiableList(bridges);
    }

    List<Run> runs() {
        return Collections.unmodifiableList(runs);
    }

    /** Each board that was shown as of that event. */
    Set<ShownBoard> boards(String workspace, long sequence) {
        return boards.getOrDefault(workspace, Map.of()).getOrDefault(sequence, Set.of());
    }

    List<AtDevice> pickUps() {
        return Collections.unmodifiableList(pickUps);
    }

    List<AtDevice> letThrough() {
        return Collections.unmodifiableList(letThrough);
    }
}
