package io.switchlog.simulator.call;

import io.switchlog.simulator.call.Outcome.Follow;
import io.switchlog.simulator.call.Outcome.NextVerb;
import io.switchlog.simulator.call.Signal.Interruption;
import io.switchlog.simulator.switches.CallbackKind;
import io.switchlog.simulator.switches.Switches;
import io.switchlog.simulator.twiml.TwimlAnswer;
import io.switchlog.simulator.twiml.TwimlDocument;
import io.switchlog.simulator.twiml.TwimlFault;
import io.switchlog.simulator.twiml.TwimlParser;
import io.switchlog.simulator.twiml.Verb;
import io.switchlog.simulator.webhook.Endpoint;
import io.switchlog.simulator.webhook.WebhookAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs TwiML on the caller's leg, from the voice webhook's answer until the leg has ended. */
final class CallerScript {
    private static final Logger log = LoggerFactory.getLogger(CallerScript.class);

    private final CallerLine line;

    CallerScript(CallerLine line) {
        this.line = line;
    }

    void run() throws InterruptedException {
        Endpoint voice = Endpoint.post(line.exchange().account().voiceUrl());
        Outcome outcome = new Follow(TwimlSource.requested(CallbackKind.VOICE, voice));
        while (outcome instanceof Follow(TwimlSource source)) {
            outcome = follow(source);
        }
    }

    private Outcome follow(TwimlSource source) throws InterruptedException {
        try {
            return switch (source) {
                case TwimlSource.HandedOver(String twiml) -> run(TwimlParser.parse(twiml, null));
                case TwimlSource.Requested request -> follow(request);
            };
        } catch (TwimlFault fault) {
            return fail(source, fault);
        }
    }

    private Outcome follow(TwimlSource.Requested request) throws TwimlFault, InterruptedException {
        CompletableFuture<WebhookAnswer> answer =
                line.request(request.kind(), request.endpoint(), request.extraParameters());
        Interruption interruption = line.waitFor(answer);
        return interruption == null
                ? run(TwimlAnswer.read(answer.join(), request.endpoint()))
                : line.leave(interruption);
    }

    private Outcome run(TwimlDocument document) throws InterruptedException {
        for (Verb verb : document.verbs()) {
            Outcome outcome = run(verb);
            if (!(outcome instanceof NextVerb)) {
                return outcome;
            }
        }
        return line.hangUp();
    }

    private Outcome run(Verb verb) throws InterruptedException {
        if (!(verb instanceof Verb.Dial dial && dial.answerOnBridge())) {
            line.answer();
        }
        Switches switches = line.switches();
        return switch (verb) {
            case Verb.Say(String text, int loop) -> {
                line.hear("say: " + text);
                yield busyFor(Airtime.of(switches.sayTime(), loop));
            }
            case Verb.Play(String url, int loop) -> {
                line.hear("play: " + url);
                yield busyFor(Airtime.of(switches.playTime(), loop));
            }
            case Verb.Pause(Duration length) -> {
                line.hear("pause: " + length.toSeconds());
                yield busyFor(length);
            }
            case Verb.Dial dial -> new DialSession(line, dial).run();
            case Verb.RecordVoice recording -> new RecordSession(line, recording).run();
            case Verb.Redirect(Endpoint target) -> new Follow(TwimlSource.requested(CallbackKind.REDIRECT, target));
            case Verb.Hangup _ -> line.hangUp();
        };
    }

    private Outcome busyFor(Duration time) throws InterruptedException {
        Interruption interruption = line.pause(time);
        return interruption == null ? new NextVerb() : line.leave(interruption);
    }

    /** Asks the fallback URL, once and if there is one; without it the caller hears what Twilio says then. */
    private Outcome fail(TwimlSource source, TwimlFault fault) {
        Endpoint failed = source instanceof TwimlSource.Requested request ? request.endpoint() : null;
        log.warn(
                "Call {}: TwiML error {} at {}: {}",
                line.leg().callSid(),
                fault.code(),
                failed == null ? "TwiML from REST" : failed.withoutQuery(),
                fault.getMessage());
        URI fallback = line.exchange().account().voiceFallbackUrl();
        if (fallback != null && !isAt(fallback, failed)) {
            String errorUrl = failed == null ? "" : failed.url().toString();
            return new Follow(new TwimlSource.Requested(
                    CallbackKind.FALLBACK,
                    Endpoint.post(fallback),
                    Map.of("ErrorCode", Integer.toString(fault.code()), "ErrorUrl", errorUrl)));
        }
        line.answer();
        line.hear("application error");
        return line.end(CallStatus.COMPLETED);
    }

    private static boolean isAt(URI url, @Nullable Endpoint endpoint) {
        return endpoint != null && endpoint.url().equals(url);
    }
}
