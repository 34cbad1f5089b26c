package io.switchlog.simulation.twilio;

import io.switchlog.simulation.world.Fault;
import io.switchlog.simulation.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The way from Twilio to us, and all that can happen on it. */
public final class Network {

    private static final int LONGEST_WAY_MILLIS = 60;
    private static final long AN_HOUR_MILLIS = 3_600_000;

    /** Twilio tries to connect twice, for 5 s each: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides. */
    private static final long CONNECT_TIMEOUT_MILLIS = 5_000;

    /** Within this time Twilio wants its answer. */
    private static final long PATIENCE_MILLIS = 15_000;

    private final World world;
    private final List<WebhookReceiver> receivers = new ArrayList<>();

    public Network(World world) {
        this.world = world;
    }

    public void connect(WebhookReceiver receiver) {
        receivers.add(receiver);
    }

    void report(Webhook.Report report) {
        world.trace().note("twilio", () -> "reports " + report);
        if (world.faults().strike(Fault.REPORT_DROPPED)) {
            return;
        }
        deliver(report, delay());
        if (world.faults().strike(Fault.REPORT_DUPLICATED)) {
            deliver(report, world.chance().delay(0, 3_000));
        }
    }

    private long delay() {
        if (world.faults().strike(Fault.REPORT_OVERTAKEN)) {
            return world.chance().delay(500, 6_000);
        }
        if (world.faults().strike(Fault.REPORT_LATE)) {
            return world.chance().delay(10_000, 100_000);
        }
        return world.faults().strike(Fault.REPORT_AN_HOUR_LATE) ? AN_HOUR_MILLIS : 0;
    }

    private void deliver(Webhook.Report report, long delayMillis) {
        connect(delayMillis, false, receiver -> receiver.report(report));
    }

    /**
     * Asks what a leg shall do.
     *
     * @param answer a document
     * @param none called instead when Twilio has given up
     */
    void fetch(Webhook.Fetch request, Consumer<Document> answer, Runnable none) {
        world.trace().note("twilio", () -> "asks " + request);
        Pending pending = new Pending(answer);
        boolean lost = world.faults().strike(Fault.FETCH_LOST);
        connect(0, lost, receiver -> receiver.fetch(request, document -> carryBack(document, pending)));
        if (world.faults().strike(Fault.FETCH_DUPLICATED)) {
            connect(
                    world.chance().delay(1, 1_000),
                    false,
                    receiver -> receiver.fetch(request, document -> carryBack(document, pending)));
        }
        world.in(PATIENCE_MILLIS, () -> {
            if (pending.settle()) {
                world.trace().note("twilio", () -> "got no answer to " + request);
                none.run();
            }
        });
    }

    private void carryBack(Document document, Pending pending) {
        if (world.faults().strike(Fault.ANSWER_LOST)) {
            return;
        }
        long slow = world.faults().strike(Fault.ANSWER_SLOW) ? world.chance().delay(300, 9_000) : 0;
        world.in(slow + way(), () -> {
            if (pending.settle()) {
                pending.answer.accept(document);
            }
        });
    }

    /** Connects to an instance that is up; where that fails, Twilio tries once more. */
    private void connect(long delayMillis, boolean fails, Consumer<WebhookReceiver> connected) {
        world.in(delayMillis + way(), () -> {
            if (fails || !connectNow(connected)) {
                world.in(CONNECT_TIMEOUT_MILLIS, () -> connectNow(connected));
            }
        });
    }

    private boolean connectNow(Consumer<WebhookReceiver> connected) {
        List<WebhookReceiver> up =
                receivers.stream().filter(WebhookReceiver::isUp).toList();
        if (up.isEmpty()) {
            return false;
        }
        connected.accept(world.chance().oneOf(up));
        return true;
    }

    private long way() {
        return world.chance().delay(2, LONGEST_WAY_MILLIS);
    }

    /** Of several answers to one request the first counts. */
    private static final class Pending {
        final Consumer<Document> answer;
        private boolean settled;

        Pending(Consumer<Document> answer) {
            this.answer = answer;
        }

        boolean settle() {
            boolean first = !settled;
            settled = true;
            return first;
        }
    }
}
