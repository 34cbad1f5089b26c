package io.switchlog.simulator.call;

import io.switchlog.simulator.switches.CallSwitches;
import io.switchlog.simulator.switches.ThrownSwitches;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call, seen from outside: what it is now, and what may be done to it. Its own virtual thread does the rest. */
public final class PhoneCall {
    private static final Logger log = LoggerFactory.getLogger(PhoneCall.class);

    private final CallTruth truth;
    private final Mailbox mailbox;
    private final CallSwitches switches;
    private final CallerLine line;

    private PhoneCall(Exchange exchange, Caller caller, ThrownSwitches own) {
        this.truth = new CallTruth(Leg.ofCaller(caller), exchange.changes());
        this.mailbox = new Mailbox();
        this.switches = exchange.switches().forNextCall(own);
        this.line = new CallerLine(exchange, caller, truth, mailbox, switches);
    }

    static PhoneCall place(Exchange exchange, Caller caller, ThrownSwitches own) {
        PhoneCall call = new PhoneCall(exchange, caller, own);
        Thread.ofVirtual().name("call-" + call.callSid()).start(call::run);
        return call;
    }

    private void run() {
        try {
            new CallerScript(line).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("Call {} ended by a bug of the simulator", callSid(), e);
        } finally {
            if (!snapshot().isOver()) {
                line.end(CallStatus.FAILED);
            }
        }
    }

    public String callSid() {
        return snapshot().caller().callSid();
    }

    public CallSwitches switches() {
        return switches;
    }

    public CallSnapshot snapshot() {
        return truth.latest();
    }

    /**
     * Sends a signal, such as {@code ask(Signal.CallerHangsUp::new)}, and waits until the call has dealt with it.
     *
     * @return whether it changed anything
     */
    public boolean ask(Function<CompletableFuture<Boolean>, Signal> signal) {
        return mailbox.ask(signal).join();
    }
}
