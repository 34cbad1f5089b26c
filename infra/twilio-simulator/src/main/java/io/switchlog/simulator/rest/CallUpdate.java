package io.switchlog.simulator.rest;

import io.switchlog.simulator.call.PhoneCall;
import io.switchlog.simulator.call.Signal;
import io.switchlog.simulator.call.TwimlSource;
import io.switchlog.simulator.switches.CallbackKind;
import io.switchlog.simulator.webhook.Endpoint;
import io.switchlog.simulator.webhook.WebhookMethod;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What the form of a POST to a call asks for (Twilio, "Call resource: update"). */
sealed interface CallUpdate {

    /** Other TwiML for the caller's leg. */
    record OfCaller(TwimlSource target) implements CallUpdate {
        Function<CompletableFuture<Boolean>, Signal> signal() {
            return obeyed -> new Signal.RestRedirects(target, obeyed);
        }
    }

    /** The end of a leg; {@code onlyIfRinging} is {@code Status=canceled}. */
    record OfAnyLeg(boolean onlyIfRinging) implements CallUpdate {
        Function<CompletableFuture<Boolean>, Signal> signalFor(PhoneCall call, String legSid) {
            if (!call.callSid().equals(legSid)) {
                return obeyed -> onlyIfRinging
                        ? new Signal.RestCancelsLeg(legSid, obeyed)
                        : new Signal.RestEndsLeg(legSid, obeyed);
            }
            return onlyIfRinging ? Signal.RestCancels::new : Signal.RestHangsUp::new;
        }
    }

    record Refused(TwilioError error) implements CallUpdate {}

    static CallUpdate read(Map<String, String> form) {
        if (form.containsKey("Status")) {
            return switch (form.get("Status")) {
                case "completed" -> new OfAnyLeg(false);
                case "canceled" -> new OfAnyLeg(true);
                case null, default -> new Refused(TwilioError.invalidParameter("Status must be completed or canceled"));
            };
        }
        String twiml = form.get("Twiml");
        if (twiml != null) {
            return new OfCaller(new TwimlSource.HandedOver(twiml));
        }
        String url = form.get("Url");
        if (url == null) {
            return new Refused(TwilioError.invalidParameter("One of Url, Twiml and Status is required"));
        }
        String method = Optional.ofNullable(form.get("Method")).orElse("POST");
        if (!method.equals("GET") && !method.equals("POST")) {
            return new Refused(TwilioError.invalidParameter("Method must be GET or POST"));
        }
        if (!url.matches("https?://[^\\s/]+\\S*")) {
            return new Refused(TwilioError.invalidUrl());
        }
        Endpoint endpoint = new Endpoint(URI.create(url), WebhookMethod.valueOf(method));
        return new OfCaller(TwimlSource.requested(CallbackKind.REDIRECT, endpoint));
    }
}
