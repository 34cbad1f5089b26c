package io.switchlog.simulator.rest;

import io.switchlog.simulator.account.Account;
import io.switchlog.simulator.call.Leg;
import io.switchlog.simulator.call.PhoneCall;
import io.switchlog.simulator.call.Switchboard;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Twilio's call resource: fetch a call, redirect it, end it. */
@RestController
@RequestMapping(path = "/2010-04-01/Accounts/{accountSid}/Calls", produces = MediaType.APPLICATION_JSON_VALUE)
class CallsEndpoint {
    private final Account account;
    private final Switchboard switchboard;

    CallsEndpoint(Account account, Switchboard switchboard) {
        this.account = account;
        this.switchboard = switchboard;
    }

    @GetMapping("/{callSid}.json")
    ResponseEntity<Object> fetch(@PathVariable String accountSid, @PathVariable String callSid) {
        return find(accountSid, callSid).map(call -> resource(call, callSid)).orElseGet(() -> notFound(callSid));
    }

    @PostMapping("/{callSid}.json")
    ResponseEntity<Object> update(
            @PathVariable String accountSid,
            @PathVariable String callSid,
            @RequestParam MultiValueMap<String, String> form) {
        return find(accountSid, callSid)
                .map(call -> update(call, callSid, form))
                .orElseGet(() -> notFound(callSid));
    }

    private ResponseEntity<Object> update(PhoneCall call, String callSid, MultiValueMap<String, String> form) {
        return switch (CallUpdate.read(form.toSingleValueMap())) {
            case CallUpdate.Refused(TwilioError error) -> error(error);
            case CallUpdate.OfCaller _, CallUpdate.OfAnyLeg _
            when isOver(call, callSid) -> error(TwilioError.notInProgress());
            case CallUpdate.OfCaller _
            when !call.callSid().equals(callSid) ->
                error(TwilioError.unmodelled("new TwiML for the leg of a dialled client"));
            case CallUpdate.OfCaller update -> answer(call.ask(update.signal()), call, callSid);
            case CallUpdate.OfAnyLeg update -> answer(call.ask(update.signalFor(call, callSid)), call, callSid);
        };
    }

    private static boolean isOver(PhoneCall call, String callSid) {
        Leg leg = call.snapshot().leg(callSid);
        return leg == null || leg.status().isFinal();
    }

    private ResponseEntity<Object> answer(boolean obeyed, PhoneCall call, String callSid) {
        return obeyed ? resource(call, callSid) : error(TwilioError.notInProgress());
    }

    private Optional<PhoneCall> find(String accountSid, String callSid) {
        return accountSid.equals(account.sid()) ? switchboard.findByAnyLeg(callSid) : Optional.empty();
    }

    private ResponseEntity<Object> resource(PhoneCall call, String callSid) {
        Leg leg = call.snapshot().leg(callSid);
        return leg == null ? notFound(callSid) : ResponseEntity.ok(CallResource.of(leg, account.sid()));
    }

    private ResponseEntity<Object> notFound(String callSid) {
        return error(TwilioError.notFound("/Calls/" + callSid));
    }

    private static ResponseEntity<Object> error(TwilioError error) {
        return ResponseEntity.status(error.status()).body(error);
    }
}
