package io.switchlog.simulation.ingress;

import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.Outcome;
import io.switchlog.contract.RefusalReason;
import io.switchlog.ingress.calls.LiveCall;
import io.switchlog.ingress.calls.LiveCalls;
import io.switchlog.simulation.log.Broker;
import io.switchlog.simulation.log.LogClient;
import io.switchlog.simulation.log.LogClient.Answer;
import io.switchlog.simulation.twilio.Document;
import io.switchlog.simulation.twilio.Twilio;
import io.switchlog.simulation.twilio.Webhook;
import io.switchlog.simulation.twilio.WebhookReceiver;
import io.switchlog.simulation.world.Consequence;
import io.switchlog.simulation.world.Fault;
import io.switchlog.simulation.world.World;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process of the ingress service. What it knows dies with it; a new one folds the log anew. */
final class IngressInstance implements WebhookReceiver {

    private static final long PATIENCE_MILLIS = 2_000;
    private static final int CLOCK_WRONG_BY_AT_MOST_MILLIS = 2_000;

    private final String name;
    private final World world;
    private final Broker broker;
    private final Twilio twilio;
    private final Runnable death;
    private final long clockWrongByMillis;

    private @Nullable Running running;

    /** @param death is told when the process has died */
    IngressInstance(String name, World world, Broker broker, Twilio twilio, Runnable death) {
        this.name = name;
        this.world = world;
        this.broker = broker;
        this.twilio = twilio;
        this.death = death;
        this.clockWrongByMillis = world.chance().between(-CLOCK_WRONG_BY_AT_MOST_MILLIS, CLOCK_WRONG_BY_AT_MOST_MILLIS);
    }

    void start() {
        world.trace().note(name, () -> "starts, and folds the log");
        running = new Running();
        running.log.open();
    }

    @Override
    public boolean isUp() {
        return running != null;
    }

    @Override
    public void fetch(Webhook.Fetch webhook, Consumer<Document> answer) {
        Running current = running;
        if (current == null || dies()) {
            return;
        }
        CommandMessage message = WebhookCommands.of(webhook);
        if (message != null) {
            current.log.ask(
                    message,
                    PATIENCE_MILLIS,
                    decision -> answer.accept(current.answer(webhook, message.workspace(), decision)));
        } else if (webhook instanceof Webhook.Connect(String callSid, String workspace, var _)) {
            answer.accept(current.calls
                    .find(callSid)
                    .map(Documents::current)
                    .orElseGet(() -> current.hold(webhook, workspace)));
        }
    }

    @Override
    public void report(Webhook.Report webhook) {
        Running current = running;
        if (current != null && !dies()) {
            // What Twilio is answered makes no difference to it: it repeats no callbacks.
            current.log.tell(WebhookCommands.of(webhook, current.workspaceOf(webhook)));
        }
    }

    /** Makes this instance act for the partition's calls, or stop. */
    void own(boolean owns) {
        if (running != null) {
            world.trace().note(name, () -> owns ? "does call control" : "does no call control any more");
            running.callControl.own(owns);
        }
    }

    void askAboutSilentCalls() {
        if (running != null) {
            running.callControl.askAboutSilentCalls();
        }
    }

    private Instant now() {
        return world.clock(clockWrongByMillis);
    }

    private boolean dies() {
        if (!world.faults().strike(Fault.INGRESS_DIES)) {
            return false;
        }
        Running dead = running;
        if (dead != null) {
            world.trace().note(name, () -> "dies, and whoever waits there waits in vain");
            dead.log.close();
            dead.callControl.close();
            running = null;
            death.run();
        }
        return true;
    }

    /** What is lost when the process dies. */
    private final class Running {
        final LiveCalls calls = new LiveCalls();
        final LogClient log = new LogClient(world, broker, decision -> decision.forEach(calls));
        final CallControl callControl = new CallControl(world, twilio, log, calls, IngressInstance.this::now);

        Running() {
            calls.watch(callControl::look);
        }

        /** A call that is not known here belongs to whom our URL names, or whom the caller dialled. */
        String workspaceOf(Webhook.Report webhook) {
            Optional<LiveCall> call = calls.find(webhook.callSid());
            if (call.isPresent()) {
                return call.get().workspace();
            }
            return switch (webhook) {
                case Webhook.ClientStatus w -> w.place().workspace();
                case Webhook.CallStatusChanged w -> WebhookCommands.workspaceOf(w.to());
                case Webhook.RecordingReady w -> w.workspace();
                case Webhook.TranscriptionReady w -> w.workspace();
            };
        }

        Document answer(Webhook.Fetch webhook, String workspace, Answer answer) {
            return switch (answer) {
                case Answer.Undecided _ -> hold(webhook, workspace);
                case Answer.Decided(Outcome outcome) ->
                    webhook instanceof Webhook.AgentAnswer pickedUp
                            ? screen(pickedUp, outcome)
                            : document(webhook, workspace, outcome);
            };
        }

        /** The decision may be an old one, repeated; what counts is who holds the call now. */
        private Document screen(Webhook.AgentAnswer pickedUp, Outcome outcome) {
            boolean holds = calls.find(pickedUp.callSid())
                    .flatMap(LiveCall::holder)
                    .filter(pickedUp.agentId()::equals)
                    .isPresent();
            if (!outcome.accepted() || !holds) {
                world.saw(Consequence.LEG_TURNED_AWAY);
                return new Document.HangUp();
            }
            world.truth().letThrough(pickedUp.callSid(), pickedUp.agentId(), world.now());
            return new Document.Nothing();
        }

        private Document document(Webhook.Fetch webhook, String workspace, Outcome outcome) {
            Optional<LiveCall> call = calls.find(webhook.callSid());
            if (call.isPresent()) {
                return Documents.current(call.get());
            }
            if (outcome.reason() == RefusalReason.INTERNAL_ERROR) {
                return hold(webhook, workspace);
            }
            return outcome.reason() == RefusalReason.UNKNOWN_CALL && isOnTheLine(webhook)
                    ? Documents.receiveAnew(webhook.callSid(), workspace)
                    : new Document.HangUp();
        }

        private static boolean isOnTheLine(Webhook.Fetch webhook) {
            return switch (webhook) {
                case Webhook.Held held -> isOnTheLine(held.request());
                case Webhook.DialStatus w -> !w.callStatus().isFinal();
                case Webhook.Voicemail w -> !w.callStatus().isFinal();
                case Webhook.Voice _, Webhook.Connect _ -> true;
                case Webhook.AgentAnswer _ -> false;
            };
        }

        Document hold(Webhook.Fetch webhook, String workspace) {
            world.saw(Consequence.LEG_HELD);
            world.trace().note(name, () -> "knows no decision about " + webhook);
            Document document = Documents.hold(webhook, workspace, now().toEpochMilli());
            if (document instanceof Document.LeaveMessage) {
                world.saw(Consequence.STAND_IN_VOICEMAIL);
            }
            return document;
        }
    }
}
