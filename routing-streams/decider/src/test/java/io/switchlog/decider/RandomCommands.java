package io.switchlog.decider;

import static io.switchlog.decider.Happenings.becomes;
import static io.switchlog.decider.Happenings.callerLegIs;
import static io.switchlog.decider.Happenings.claims;
import static io.switchlog.decider.Happenings.closesStream;
import static io.switchlog.decider.Happenings.configures;
import static io.switchlog.decider.Happenings.declines;
import static io.switchlog.decider.Happenings.dialEnds;
import static io.switchlog.decider.Happenings.dialEndsBridged;
import static io.switchlog.decider.Happenings.dialEndsWithTheCaller;
import static io.switchlog.decider.Happenings.elapses;
import static io.switchlog.decider.Happenings.emergencyMessageEnds;
import static io.switchlog.decider.Happenings.fallsSilent;
import static io.switchlog.decider.Happenings.hangsUp;
import static io.switchlog.decider.Happenings.instructionIs;
import static io.switchlog.decider.Happenings.isDoneWith;
import static io.switchlog.decider.Happenings.isHeard;
import static io.switchlog.decider.Happenings.isHeardWithStream;
import static io.switchlog.decider.Happenings.isHeardWithoutDevice;
import static io.switchlog.decider.Happenings.legReports;
import static io.switchlog.decider.Happenings.messageEnds;
import static io.switchlog.decider.Happenings.messageEndsWithTheCaller;
import static io.switchlog.decider.Happenings.parks;
import static io.switchlog.decider.Happenings.picksUp;
import static io.switchlog.decider.Happenings.received;
import static io.switchlog.decider.Happenings.recordingIs;
import static io.switchlog.decider.Happenings.registers;
import static io.switchlog.decider.Happenings.retrieves;
import static io.switchlog.decider.Happenings.timerElapses;
import static io.switchlog.decider.Happenings.transcribed;
import static io.switchlog.decider.Happenings.transfers;
import static io.switchlog.decider.Scenario.MORNING;

import io.switchlog.contract.Availability;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.RecordingStatus;
import io.switchlog.contract.Role;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.decider.state.Call;
import io.switchlog.decider.state.Timer;
import io.switchlog.decider.state.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a hectic and partly confused world might tell a small workspace: mostly sensible commands, but also stale documents,
 * strangers, late clocks and repetitions.
 */
final class RandomCommands {

    /** A command and when the log took it in. */
    record Told(CommandMessage message, Instant at) {}

    private static final String STRANGER = "stranger";
    private static final String UNKNOWN_CALL = "CA-unknown";

    private final SplittableRandom random;
    private final List<String> agentIds = new ArrayList<>();
    private final List<Told> soFar = new ArrayList<>();
    private Instant clock = MORNING;
    private int calls;

    RandomCommands(long seed) {
        random = new SplittableRandom(seed);
        // Few agents make for conflicts, more than ten for waves.
        int agents = random.nextInt(3) == 0 ? random.nextInt(10, 14) : random.nextInt(1, 5);
        for (int number = 1; number <= agents; number++) {
            agentIds.add("agent" + number);
        }
    }

    Told next(Workspace workspace) {
        clock = clock.plusMillis(passing());
        Told told = oneIn(25) && !soFar.isEmpty()
                ? new Told(oneOf(soFar).message(), clock)
                : new Told(happening(workspace).toldTo(workspace, "command-" + soFar.size()), clock);
        soFar.add(told);
        return told;
    }

    private long passing() {
        return switch (random.nextInt(40)) {
            case 0 -> -random.nextLong(30_000);
            case 1 -> random.nextLong(3_000_000);
            case 2, 3, 4, 5 -> random.nextLong(20_000);
            default -> random.nextLong(1_500);
        };
    }

    private Happening happening(Workspace workspace) {
        if (soFar.size() < agentIds.size()) {
            return registers(agentIds.get(soFar.size()), "Somebody", Role.AGENT, random.nextInt(1, 4));
        }
        if (soFar.size() < 2 * agentIds.size()) {
            return becomes(agentIds.get(soFar.size() - agentIds.size()), Availability.AVAILABLE);
        }
        List<Timer> due = workspace.timersDue(clock);
        if (!due.isEmpty() && random.nextInt(3) > 0) {
            return elapses(due.getFirst());
        }
        String callSid = callSid();
        String agentId = agentId();
        return switch (random.nextInt(44)) {
            case 0, 1, 2 -> received("CA" + ++calls);
            case 3, 4, 5 -> claims(agentId, callSid);
            case 6, 7, 8, 9 -> picksUp(holderOr(agentId, workspace, callSid), callSid, document(workspace, callSid));
            case 10, 11 -> declines(agentId, callSid);
            case 12, 13, 14 -> dialEnds(callSid, status(), document(workspace, callSid));
            case 15 -> dialEndsBridged(callSid, random.nextBoolean());
            case 16 -> dialEndsWithTheCaller(callSid, status(), document(workspace, callSid));
            case 17, 18, 19, 20 -> legReports(agentId, callSid, status(), document(workspace, callSid));
            case 21 -> callerLegIs(callSid, status());
            case 22 -> hangsUp(agentId, callSid);
            case 23, 24 -> becomes(agentId, oneOf(Availability.values()), oneIn(5) ? "lunch" : null);
            case 25 -> becomes(agentId, Availability.AVAILABLE);
            case 26 -> voicemail(workspace, callSid);
            case 27, 28 -> instructionIs(oneOf(CallControlOutcome.values()), callSid, instruction(workspace, callSid));
            case 29 -> operators(agentId);
            case 30 -> timer(workspace, callSid);
            case 31, 32, 33 -> parks(holderOr(agentId, workspace, callSid), callSid);
            case 34, 35 -> retrieves(agentId, callSid, oneIn(2) ? agentId : agentId());
            case 36, 37, 38 -> transfers(holderOr(agentId, workspace, callSid), callSid, agentId());
            case 39, 40 -> oneIn(4) ? isHeardWithStream(agentId) : isHeard(agentId);
            case 41 -> isHeardWithoutDevice(agentId);
            case 42 -> oneIn(2) ? closesStream(agentId) : fallsSilent(agentId, "heard:" + random.nextInt(9));
            default -> received(callSid);
        };
    }

    private Happening voicemail(Workspace workspace, String callSid) {
        return switch (random.nextInt(7)) {
            case 4 -> isDoneWith(agentId(), callSid, "RE1");
            case 0 -> messageEnds(callSid, document(workspace, callSid));
            case 1 -> messageEndsWithTheCaller(callSid);
            case 2 -> emergencyMessageEnds(callSid);
            case 3 -> transcribed(callSid, "RE1");
            default ->
                recordingIs(oneOf(RecordingStatus.values()), callSid, oneIn(4) ? null : "RE1", oneIn(4) ? null : 7);
        };
    }

    private Happening operators(String agentId) {
        return switch (random.nextInt(4)) {
            case 0 ->
                configures(new RoutingSettings.Change(
                        random.nextInt(1, 40),
                        null,
                        random.nextBoolean(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        random.nextBoolean()));
            case 1 -> registers(agentId, "Somebody", oneOf(Role.values()), random.nextInt(0, 4));
            default -> registers(agentId, "Somebody", Role.AGENT, random.nextInt(1, 4));
        };
    }

    /** Usually before it is due: the clocks of engine and log differ. */
    private Happening timer(Workspace workspace, String callSid) {
        Call call = workspace.call(callSid);
        Timer timer = call == null || oneIn(4) ? null : call.timer();
        boolean tooEarlyByFar = timer != null && timer.timerId().equals("retire");
        return timerElapses(callSid, timer == null || tooEarlyByFar ? "ring:" + random.nextInt(4) : timer.timerId());
    }

    private Document document(Workspace workspace, String callSid) {
        Document current = Document.currentOf(workspace, callSid);
        return switch (random.nextInt(8)) {
            case 0 -> new Document(current.step() - 1, current.delivery());
            case 1 -> new Document(current.step(), current.delivery() - 1);
            case 2 -> new Document(random.nextInt(5), random.nextLong(500));
            default -> current;
        };
    }

    /** Who has the call, mostly: nobody else is shown the buttons, or dialled. */
    private String holderOr(String agentId, Workspace workspace, String callSid) {
        Call call = workspace.call(callSid);
        String holder = call == null || oneIn(6) ? null : call.stage().holder();
        return holder == null ? agentId : holder;
    }

    private long instruction(Workspace workspace, String callSid) {
        Call call = workspace.call(callSid);
        Call.Instruction underWay = call == null ? null : call.instruction();
        return underWay == null || oneIn(5) ? random.nextLong(500) : underWay.id();
    }

    /** Mostly one of the latest calls, since the others are over. */
    private String callSid() {
        int back = oneIn(10) ? random.nextInt(20) : random.nextInt(4);
        return calls - back < 1 || oneIn(30) ? UNKNOWN_CALL : "CA" + (calls - back);
    }

    private String agentId() {
        return oneIn(30) ? STRANGER : oneOf(agentIds);
    }

    private CallStatus status() {
        return oneIn(4) ? oneOf(CallStatus.values()) : oneOf(ENDS);
    }

    private static final CallStatus[] ENDS = {
        CallStatus.COMPLETED, CallStatus.BUSY, CallStatus.NO_ANSWER, CallStatus.FAILED, CallStatus.IN_PROGRESS
    };

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T oneOf(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
