package io.switchlog.simulator.call;

import io.switchlog.simulator.account.Account;
import io.switchlog.simulator.switches.CallbackKind;
import io.switchlog.simulator.switches.Switches;
import io.switchlog.simulator.twiml.TwimlAnswer;
import io.switchlog.simulator.twiml.TwimlFault;
import io.switchlog.simulator.twiml.Verb;
import io.switchlog.simulator.webhook.Callback;
import io.switchlog.simulator.webhook.Endpoint;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TwiML of a noun's {@code url}, run on the client's leg after its answer and before the bridge. It has a thread of
 * its own, as several may run at once, and tells the call how it ended; a leg that ends meanwhile interrupts it.
 */
final class Screening {
    private static final Logger log = LoggerFactory.getLogger(Screening.class);

    private final CallerLine line;
    private final Leg leg;

    private Screening(CallerLine line, Leg leg) {
        this.line = line;
        this.leg = leg;
    }

    static Thread start(CallerLine line, Leg leg, Endpoint url) {
        Screening screening = new Screening(line, leg);
        return Thread.ofVirtual().name("screening-" + leg.callSid()).start(() -> screening.run(url));
    }

    private void run(Endpoint url) {
        try {
            boolean bridges = bridges(url);
            var _ = line.mailbox().ask(obeyed -> new Signal.ScreeningEnds(leg.callSid(), bridges, obeyed));
        } catch (InterruptedException e) {
            log.debug("Leg {} ended while it was screened", leg.callSid());
        }
    }

    /** An error on the client's leg ends that leg, as Twilio has nothing to let it through on. */
    private boolean bridges(Endpoint url) throws InterruptedException {
        try {
            return endsWithoutHangup(url);
        } catch (TwimlFault fault) {
            log.warn("Leg {}: TwiML error {}: {}", leg.callSid(), fault.code(), fault.getMessage());
            return false;
        }
    }

    private boolean endsWithoutHangup(Endpoint url) throws TwimlFault, InterruptedException {
        Deque<Verb> verbs = new ArrayDeque<>(load(url));
        while (!verbs.isEmpty()) {
            Switches switches = line.switches();
            switch (verbs.remove()) {
                case Verb.Hangup _ -> {
                    return false;
                }
                case Verb.Redirect(Endpoint target) -> {
                    verbs.clear();
                    verbs.addAll(load(target));
                }
                case Verb.Pause(Duration length) -> Thread.sleep(length);
                case Verb.Say(String _, int loop) -> Thread.sleep(Airtime.of(switches.sayTime(), loop));
                case Verb.Play(String _, int loop) -> Thread.sleep(Airtime.of(switches.playTime(), loop));
                case Verb.Dial _, Verb.RecordVoice _ ->
                    throw new TwimlFault(TwimlFault.SCHEMA, "A client's url may neither dial nor record");
            }
        }
        return true;
    }

    private List<Verb> load(Endpoint url) throws TwimlFault, InterruptedException {
        Map<String, String> parameters =
                leg.parameters(line.exchange().account().sid(), Account.API_VERSION);
        Callback callback = new Callback(CallbackKind.AGENT_ANSWER, url, parameters);
        try {
            return TwimlAnswer.read(line.webhooks().send(callback).get(), url).verbs();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A webhook that fails is one without an answer", e);
        }
    }
}
