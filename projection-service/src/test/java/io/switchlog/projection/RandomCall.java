package io.switchlog.projection;

import io.switchlog.contract.CallControl;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallEvent;
import io.switchlog.contract.CallEvent.CallAnswered;
import io.switchlog.contract.CallEvent.CallParked;
import io.switchlog.contract.CallEvent.ClaimReleased;
import io.switchlog.contract.CallEvent.RingCancelReason;
import io.switchlog.contract.CallEvent.RingCancelled;
import io.switchlog.contract.Event;
import io.switchlog.contract.Offer;
import io.switchlog.contract.Personal;
import io.switchlog.contract.RefusalReason;
import io.switchlog.contract.TranscriptionStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** One call of a {@link RandomHistory}, and what may happen to it next. */
final class RandomCall {

    private enum Stage {
        RINGING,
        CONNECTING,
        TALKING,
        PARKED,
        RETRIEVING,
        TRANSFERRING,
        RETURNING,
        VOICEMAIL,
        OVER,
        RETIRED
    }

    private static final Offer OFFER = new Offer(List.of(), new TreeMap<>());

    private final Random random;
    private final String callSid;
    private final int agents;
    private final Personal from;

    private Stage stage = Stage.RINGING;
    private int step;
    private String agent = "";
    private String first = "";
    private Instant parkedAt = Instant.EPOCH;

    RandomCall(Random random, String callSid, int agents) {
        this.random = random;
        this.callSid = callSid;
        this.agents = agents;
        this.from = new Personal("key-" + callSid, "pseudonym-" + random.nextInt(9), "sealed+/=");
    }

    Event received() {
        return new CallEvent.CallReceived(callSid, from, "+12025550123");
    }

    boolean isRetired() {
        return stage == Stage.RETIRED;
    }

    /** The events of a next decision. */
    List<Event> next(Instant now, long sequence) {
        if (stage.compareTo(Stage.OVER) < 0) {
            switch (random.nextInt(30)) {
                case 0 -> {
                    return over(CallEvent.EndReason.CALLER_LEG_ENDED);
                }
                case 1 -> {
                    return List.of(new CallEvent.CallControlFailed(callSid, sequence, 20429, "too many requests"));
                }
                case 2 -> {
                    return List.of(new CallEvent.CallControlDone(callSid, sequence, CallControlOutcome.FETCHED));
                }
                case 3 -> {
                    return List.of(new CallEvent.ClaimRejected(
                            callSid, someAgent(), CallEvent.ClaimedVia.CLICK, RefusalReason.NOT_OFFERED, null));
                }
                case 4 -> {
                    return List.of(new CallEvent.TwimlHandedOut(callSid, step, null));
                }
                default -> {}
            }
        }
        return switch (stage) {
            case RINGING -> ringing();
            case CONNECTING -> connecting(now);
            case TALKING -> talking(now, sequence);
            case PARKED -> parked();
            case RETRIEVING -> retrieving();
            case TRANSFERRING -> transferring();
            case RETURNING -> returning(now);
            case VOICEMAIL -> over(CallEvent.EndReason.VOICEMAIL_LEFT);
            case OVER -> afterwards();
            case RETIRED -> throw new IllegalStateException("nothing happens to " + callSid + " any more");
        };
    }

    private List<Event> ringing() {
        return switch (random.nextInt(6)) {
            case 0 -> {
                stage = Stage.VOICEMAIL;
                yield List.of(
                        new RingCancelled(callSid, List.of(someAgent()), RingCancelReason.NO_ANSWER, null),
                        new CallEvent.VoicemailOffered(
                                callSid,
                                ++step,
                                CallEvent.VoicemailReason.NOBODY_ANSWERED,
                                "greeting",
                                120,
                                3,
                                OFFER,
                                CallControl.NONE));
            }
            case 1 -> List.of(new CallEvent.CallDeclined(callSid, someAgent(), CallEvent.DeclinedBy.CLICK));
            case 2, 3 -> {
                agent = someAgent();
                stage = Stage.CONNECTING;
                yield List.of(
                        new CallEvent.ClaimGranted(callSid, agent, CallEvent.ClaimedVia.CLICK, 10, null),
                        new RingCancelled(callSid, others(agent), RingCancelReason.CLAIMED, agent));
            }
            default ->
                List.of(new CallEvent.CallRinging(
                        callSid, ++step, List.of(agentOf(0), agentOf(2)), 25, OFFER, CallControl.NONE));
        };
    }

    private List<Event> connecting(Instant now) {
        return switch (random.nextInt(4)) {
            case 0 -> {
                stage = Stage.RINGING;
                yield List.of(
                        new ClaimReleased(callSid, agent, CallEvent.ReleaseReason.CONNECT_TIMEOUT),
                        new CallEvent.CallRinging(callSid, ++step, others(agent), 25, OFFER, CallControl.REDIRECT));
            }
            case 1 -> List.of(new CallEvent.ClaimantDialled(callSid, ++step, agent));
            case 2 -> List.of(new CallEvent.ClaimGranted(callSid, agent, CallEvent.ClaimedVia.CLICK, 10, 3L));
            default -> {
                parkedAt = now;
                stage = Stage.TALKING;
                yield List.of(new CallAnswered(callSid, agent, "CAleg"));
            }
        };
    }

    private List<Event> talking(Instant now, long sequence) {
        return switch (random.nextInt(5)) {
            case 0 -> {
                Event started = new CallEvent.HangUpStarted(callSid, agent, agent);
                List<Event> both = new ArrayList<>(List.of(started));
                both.addAll(over(CallEvent.EndReason.AGENT_HUNG_UP));
                yield both;
            }
            case 1 -> {
                first = agent;
                agent = otherThan(first);
                stage = Stage.TRANSFERRING;
                yield List.of(
                        new CallEvent.TransferStarted(callSid, ++step, agent, first, 25, 30, CallControl.REDIRECT));
            }
            case 2 -> {
                Instant answeredAt = parkedAt;
                yield List.of(
                        new CallParked(callSid, ++step, agent, now, false, 300, CallControl.REDIRECT),
                        new CallEvent.CallControlFailed(callSid, sequence, null, null),
                        new CallEvent.CallKept(callSid, step, agent, "CAleg", answeredAt));
            }
            default -> {
                parkedAt = now;
                stage = Stage.PARKED;
                yield List.of(new CallParked(callSid, ++step, agent, now, false, 300, CallControl.REDIRECT));
            }
        };
    }

    private List<Event> parked() {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(new CallEvent.CallForgotten(callSid, agent, 300));
            case 1 ->
                List.of(
                        new CallEvent.CallForgotten(callSid, agent, 300),
                        new CallEvent.CallRinging(callSid, ++step, List.of(agent), 25, OFFER, CallControl.REDIRECT),
                        new RingCancelled(callSid, List.of(agent), RingCancelReason.NO_ANSWER, null),
                        new CallParked(callSid, ++step, agent, parkedAt, true, 300, CallControl.NONE));
            case 2 -> {
                stage = Stage.RINGING;
                yield List.of(
                        new CallEvent.CallForgotten(callSid, agent, 300),
                        new CallEvent.CallRinging(
                                callSid, ++step, List.of(agentOf(0), agentOf(3)), 25, OFFER, CallControl.REDIRECT));
            }
            default -> {
                first = agent;
                agent = someAgent();
                stage = Stage.RETRIEVING;
                yield List.of(
                        new CallEvent.CallRetrieved(callSid, ++step, agent, someAgent(), 25, 30, CallControl.REDIRECT));
            }
        };
    }

    private List<Event> retrieving() {
        if (random.nextBoolean()) {
            stage = Stage.TALKING;
            return List.of(new CallAnswered(callSid, agent, "CAleg"));
        }
        String target = agent;
        agent = first;
        stage = Stage.PARKED;
        return List.of(
                new RingCancelled(callSid, List.of(target), RingCancelReason.DEVICE_UNREACHABLE, null),
                new CallParked(callSid, ++step, first, parkedAt, false, 300, CallControl.NONE));
    }

    private List<Event> transferring() {
        if (random.nextBoolean()) {
            stage = Stage.TALKING;
            return List.of(
                    new CallAnswered(callSid, agent, "CAleg"), new CallEvent.CallTransferred(callSid, agent, first));
        }
        stage = Stage.RETURNING;
        return List.of(
                new CallEvent.CallDeclined(callSid, agent, CallEvent.DeclinedBy.DEVICE),
                new CallEvent.TransferReturned(callSid, ++step, first, 25, 30, CallControl.NONE));
    }

    private List<Event> returning(Instant now) {
        agent = first;
        if (random.nextBoolean()) {
            stage = Stage.TALKING;
            return List.of(new CallAnswered(callSid, first, "CAleg"));
        }
        parkedAt = now;
        stage = Stage.PARKED;
        return List.of(
                new RingCancelled(callSid, List.of(first), RingCancelReason.AGENT_UNAVAILABLE, null),
                new CallParked(callSid, ++step, first, now, false, 300, CallControl.NONE));
    }

    private List<Event> over(CallEvent.EndReason reason) {
        stage = Stage.OVER;
        return List.of(new CallEvent.CallEnded(callSid, reason, agent.isEmpty() ? null : agent));
    }

    private List<Event> afterwards() {
        return switch (random.nextInt(5)) {
            case 3 -> List.of(new CallEvent.VoicemailCompleted(callSid, "RE1", someAgent()));
            case 0 -> List.of(new CallEvent.VoicemailRecorded(callSid, "RE1", 17));
            case 1 ->
                List.of(new CallEvent.VoicemailTranscribed(
                        callSid, "RE1", TranscriptionStatus.COMPLETED, new Personal("key", "who", "words")));
            case 2 -> List.of(new CallEvent.VoicemailTranscribed(callSid, "RE2", TranscriptionStatus.FAILED, null));
            default -> {
                stage = Stage.RETIRED;
                yield List.of(new CallEvent.CallRetired(callSid));
            }
        };
    }

    private static String agentOf(int number) {
        return RandomHistory.agent(number);
    }

    private String someAgent() {
        return agentOf(random.nextInt(agents));
    }

    private String otherThan(String one) {
        String other = someAgent();
        return other.equals(one) ? otherThan(one) : other;
    }

    private List<String> others(String one) {
        return List.of(otherThan(one));
    }
}
