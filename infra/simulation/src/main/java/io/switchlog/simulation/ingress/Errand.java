package io.switchlog.simulation.ingress;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CallControlOutcome;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.Command;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.ReportCallControl;
import io.switchlog.contract.WireName;
import io.switchlog.ingress.calls.Instruction;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.simulation.log.LogClient;
import io.switchlog.simulation.log.LogClient.Answer;
import io.switchlog.simulation.twilio.RestAnswer;
import io.switchlog.simulation.twilio.Twilio;
import io.switchlog.simulation.twilio.Webhook;
import io.switchlog.simulation.world.Consequence;
import io.switchlog.simulation.world.World;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one instruction, from the first request to the report: the rules of {@code
 * io.switchlog.ingress.callcontrol.InstructionRun}. After anything but a clear answer the call is fetched before Twilio is told
 * anything again; what proves a redirect is Twilio's fetch of its URL.
 */
final class Errand {

    private static final int MOST_ATTEMPTS = 8;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final long UNTIL_FETCHED_MILLIS = 5_000;
    private static final long LONGEST_PAUSE_MILLIS = 8_000;
    private static final long REPORT_PATIENCE_MILLIS = 10_000;
    private static final long BETWEEN_REPORTS_MILLIS = 1_000;

    private final World world;
    private final Twilio twilio;
    private final LogClient log;
    private final Instruction instruction;
    private final Supplier<Optional<LiveCall>> mine;
    private final Runnable done;
    private final Wait wait;
    private final long deadline;
    private boolean sent;
    private boolean lookFirst;
    private int attempts;
    private int failures;

    /**
     * An errand that is about to begin.
     *
     * @param mine the call as this instance knows it; empty when there is none, or when it is another instance's
     * @param done called once, when nothing more will come
     */
    Errand(
            World world,
            Twilio twilio,
            LogClient log,
            Instruction instruction,
            Supplier<Optional<LiveCall>> mine,
            Runnable done) {
        this.world = world;
        this.twilio = twilio;
        this.log = log;
        this.instruction = instruction;
        this.mine = mine;
        this.done = done;
        this.wait = new Wait(world, () -> standing() == null);
        this.deadline = world.now() + PATIENCE_MILLIS;
    }

    /** The call, for as long as the instruction stands. */
    private @Nullable LiveCall standing() {
        return mine.get().filter(call -> instruction.equals(call.pending())).orElse(null);
    }

    /** Something about the call has changed. */
    void wake() {
        wait.look();
    }

    void goOn() {
        LiveCall current = standing();
        if (current == null) {
            done.run();
        } else if (isDelivered(current)) {
            report(CallControlOutcome.SUPERSEDED);
        } else if (world.now() > deadline || (attempts == MOST_ATTEMPTS && !lookFirst)) {
            giveUp();
        } else if (lookFirst) {
            twilio.fetch(current.callSid(), this::seen);
        } else {
            act(current);
        }
    }

    /** Whether a webhook's answer has delivered the step, so that to send it again would cut off what that answer started. */
    private boolean isDelivered(LiveCall current) {
        boolean aboutToSend = !sent || !lookFirst;
        return aboutToSend && instruction.kind() == Instruction.Kind.REDIRECT && current.delivered();
    }

    private void act(LiveCall current) {
        attempts++;
        switch (instruction.kind()) {
            case REDIRECT ->
                twilio.redirect(
                        current.callSid(),
                        new Webhook.Held(
                                new Webhook.Connect(
                                        current.callSid(),
                                        current.workspace(),
                                        new Webhook.Redirect(
                                                instruction.sequence(),
                                                world.chance().word(4))),
                                instruction.at().toEpochMilli()),
                        this::acted);
            case HANG_UP -> twilio.hangUp(current.callSid(), this::acted);
        }
    }

    private void acted(RestAnswer answer) {
        switch (answer) {
            case RestAnswer.Done(CallStatus status) -> accepted(status);
            case RestAnswer.TooMany _ -> pause();
            case RestAnswer.Unclear _ -> {
                sent = true;
                lookNext();
            }
            case RestAnswer.NotInProgress _, RestAnswer.Refused _ -> lookNext();
        }
    }

    private void accepted(CallStatus status) {
        if (instruction.kind() == Instruction.Kind.HANG_UP) {
            if (status.isFinal()) {
                report(CallControlOutcome.HUNG_UP);
            } else {
                lookNext();
            }
        } else {
            sent = true;
            wait.until(UNTIL_FETCHED_MILLIS, done, this::lookNext);
        }
    }

    private void lookNext() {
        lookFirst = true;
        goOn();
    }

    private void seen(RestAnswer answer) {
        switch (answer) {
            case RestAnswer.Done(CallStatus status) when status.isFinal() -> gone(status);
            case RestAnswer.Done _ -> {
                lookFirst = false;
                pause();
            }
            case RestAnswer.TooMany _, RestAnswer.Unclear _ -> pause();
            case RestAnswer.NotInProgress _, RestAnswer.Refused _ -> giveUp();
        }
    }

    private void giveUp() {
        world.saw(Consequence.INSTRUCTION_GIVEN_UP);
        report(CallControlOutcome.FAILED);
    }

    private void gone(CallStatus status) {
        switch (instruction.kind()) {
            case REDIRECT -> report("ended", callSid -> new EndCall(callSid, status, null));
            case HANG_UP -> report(CallControlOutcome.HUNG_UP);
        }
    }

    private void pause() {
        failures++;
        long doubled = Math.min(LONGEST_PAUSE_MILLIS, 250L << Math.min(failures - 1, 20));
        wait.until(world.chance().between((int) doubled * 3 / 4, (int) doubled * 5 / 4), done, this::goOn);
    }

    private void report(CallControlOutcome outcome) {
        Integer errorCode = outcome == CallControlOutcome.FAILED ? 500 : null;
        String detail = outcome == CallControlOutcome.FAILED ? "given up" : null;
        report(
                WireName.of(outcome),
                callSid -> new ReportCallControl(callSid, instruction.sequence(), outcome, errorCode, detail));
    }

    private interface Content {
        Command about(String callSid);
    }

    private void report(String outcome, Content content) {
        LiveCall current = standing();
        if (current == null) {
            done.run();
            return;
        }
        CommandMessage message = new CommandMessage(
                current.workspace(),
                "call-control:" + instruction.sequence() + ":" + outcome,
                Actor.CALL_CONTROL,
                content.about(current.callSid()));
        log.ask(message, REPORT_PATIENCE_MILLIS, answer -> {
            switch (answer) {
                case Answer.Decided _ -> done.run();
                case Answer.Undecided _ -> wait.until(BETWEEN_REPORTS_MILLIS, done, () -> report(outcome, content));
            }
        });
    }
}
