package io.switchlog.simulator.api;

import io.switchlog.simulator.call.PhoneCall;
import io.switchlog.simulator.call.Signal;
import io.switchlog.simulator.call.Switchboard;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What callers do, and what became of them. */
@RestController
@RequestMapping(path = "/simulator/calls", produces = MediaType.APPLICATION_JSON_VALUE)
class CallController {
    private static final int MAX_LISTED = 1_000;

    private final Switchboard switchboard;

    CallController(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    record Placed(String callSid) {}

    record HungUp(int hungUp) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Placed place(@RequestBody(required = false) @Nullable CallRequest request) {
        CallRequest wanted = request == null ? new CallRequest(null, null, null, null, null) : request;
        return new Placed(
                switchboard.place(wanted.caller(), wanted.ownSwitches()).callSid());
    }

    /** The caller's leg ends, whatever it does, and may have ended before; of a client's leg, the device hangs up. */
    @PostMapping("/{callSid}/hang-up")
    CallView hangUp(@PathVariable String callSid) {
        PhoneCall call = switchboard.find(callSid).orElse(null);
        if (call != null) {
            call.ask(Signal.CallerHangsUp::new);
            return CallView.of(call.snapshot());
        }
        PhoneCall parent = switchboard.findByDialledLeg(callSid).orElseThrow(Problems::unknownCall);
        if (!parent.ask(obeyed -> new Signal.DeviceHangsUp(callSid, obeyed))) {
            throw Problems.conflict("The device is not in this call");
        }
        return CallView.of(parent.snapshot());
    }

    @GetMapping("/{callSid}")
    CallView one(@PathVariable String callSid) {
        return switchboard
                .find(callSid)
                .map(call -> CallView.of(call.snapshot()))
                .orElseThrow(Problems::unknownCall);
    }

    @GetMapping
    List<CallView> all() {
        return switchboard.newestFirst().stream()
                .limit(MAX_LISTED)
                .map(call -> CallView.of(call.snapshot()))
                .toList();
    }

    @DeleteMapping
    HungUp hangUpAll() {
        return new HungUp((int) switchboard.live().stream()
                .filter(call -> call.ask(Signal.CallerHangsUp::new))
                .count());
    }
}
