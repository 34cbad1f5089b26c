package io.switchlog.simulation.twilio;

import io.switchlog.contract.CallStatus;
import io.switchlog.simulation.judge.Farewell;
import io.switchlog.simulation.judge.Sound;
import io.switchlog.simulation.world.Fault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller's leg: runs one document after the other, until somebody hangs up. */
final class CallerLeg {

    /**
     * How a redirect that cuts a verb short unfolds; measured on Twilio from the request on: the child leg closed after 166 ms,
     * the action requested after 320 ms, the new URL after 651 ms.
     */
    private static final int REDIRECT_TO_ACTION_MILLIS = 154;

    private static final int ACTION_TO_NEW_URL_MILLIS = 331;
    private static final int FAREWELL_MILLIS = 1_500;

    private final Line line;
    private final String callSid;
    private final String to;
    private final int speaksForSeconds;

    private CallStatus status = CallStatus.RINGING;
    private @Nullable Verb verb;
    /** Grows with each document and each interruption; what belongs to an earlier one is void. */
    private int run;

    CallerLeg(Line line, String callSid, String to, int speaksForSeconds) {
        this.line = line;
        this.callSid = callSid;
        this.to = to;
        this.speaksForSeconds = speaksForSeconds;
    }

    CallStatus status() {
        return status;
    }

    void begin(String from) {
        line.world().truth().callerArrives(callSid, line.world().now());
        follow(new Webhook.Voice(callSid, from, to));
    }

    void callerHangsUp() {
        if (!status.isFinal()) {
            line.world().trace().note("caller", () -> "hangs up " + callSid);
            end(status == CallStatus.RINGING ? CallStatus.NO_ANSWER : CallStatus.COMPLETED, Farewell.CALLER_HUNG_UP);
        }
    }

    /** REST's {@code Status=completed}. */
    void hangUp() {
        if (!status.isFinal()) {
            end(CallStatus.COMPLETED, Farewell.ENDED_OVER_REST);
        }
    }

    /**
     * REST's {@code Url=…}.
     *
     * @return whether Twilio does so
     */
    boolean redirect(Webhook.Fetch target) {
        if (status.isFinal()
                || (status == CallStatus.RINGING && !line.questions().redirectsRingingLegs())) {
            return false;
        }
        Optional<Webhook.Fetch> action = leaveVerb(status);
        hears(Sound.NOTHING);
        int redirected = ++run;
        int late = line.questions().asksActionLateByMillis();
        line.world()
                .in(
                        REDIRECT_TO_ACTION_MILLIS + line.world().chance().between(0, late),
                        () -> action.ifPresent(this::askInVain));
        line.world().in(REDIRECT_TO_ACTION_MILLIS + ACTION_TO_NEW_URL_MILLIS, () -> {
            if (redirected == run) {
                follow(target);
            }
        });
        return true;
    }

    private void follow(Webhook.Fetch request) {
        hears(Sound.NOTHING);
        verb = null;
        int asking = ++run;
        line.network()
                .fetch(
                        request,
                        document -> {
                            if (asking == run) {
                                obey(document);
                            }
                        },
                        () -> {
                            if (asking == run) {
                                end(CallStatus.COMPLETED, Farewell.APPLICATION_ERROR);
                            }
                        });
    }

    private void obey(Document document) {
        line.world().trace().note("twilio", () -> callSid + " runs " + document);
        status = CallStatus.IN_PROGRESS;
        Document.Place place = document.place();
        if (place != null) {
            line.world().truth().runs(callSid, place.step(), line.world().now());
        }
        switch (document) {
            case Document.Dial dial -> begin(new DialVerb(line, callSid, dial, this::follow));
            case Document.LeaveMessage message ->
                begin(new RecordVerb(
                        line,
                        callSid,
                        message,
                        speaksForSeconds,
                        this::follow,
                        () -> sayGoodbye(Farewell.NO_MESSAGE_LEFT)));
            case Document.Music(int seconds, Webhook.Fetch next, var _) -> {
                if (line.world().faults().strike(Fault.MUSIC_MISSING)) {
                    later(seconds * 1_000L, () -> follow(next));
                } else {
                    hears(Sound.MUSIC);
                }
            }
            case Document.AskAgain(int seconds, Webhook.Fetch next) -> later(seconds * 1_000L, () -> follow(next));
            case Document.Farewell _ -> sayGoodbye(Farewell.THANKED);
            case Document.HangUp _ -> end(CallStatus.COMPLETED, Farewell.HUNG_UP_ON);
            case Document.Nothing _ -> end(CallStatus.COMPLETED, Farewell.DROPPED_IN_SILENCE);
        }
    }

    private void begin(Verb next) {
        verb = next;
        next.begin();
    }

    private void sayGoodbye(Farewell farewell) {
        verb = null;
        hears(Sound.GOODBYE);
        later(FAREWELL_MILLIS, () -> end(CallStatus.COMPLETED, farewell));
    }

    private void end(CallStatus finalStatus, Farewell farewell) {
        Optional<Webhook.Fetch> action = leaveVerb(finalStatus);
        run++;
        status = finalStatus;
        line.world().trace().note("twilio", () -> callSid + " is over: " + farewell);
        line.world().truth().callerLeaves(callSid, farewell, line.world().now());
        line.network()
                .report(new Webhook.CallStatusChanged(
                        callSid, to, finalStatus, line.world().clock(0)));
        action.ifPresent(this::askInVain);
    }

    private Optional<Webhook.Fetch> leaveVerb(CallStatus callStatus) {
        Verb left = verb;
        verb = null;
        return left == null ? Optional.empty() : left.cutShort(callStatus);
    }

    private void askInVain(Webhook.Fetch action) {
        line.network().fetch(action, document -> {}, () -> {});
    }

    private void later(long delayMillis, Runnable step) {
        int current = run;
        line.world().in(delayMillis, () -> {
            if (current == run) {
                step.run();
            }
        });
    }

    private void hears(Sound sound) {
        line.world().truth().hears(callSid, sound, line.world().now());
    }
}
