package io.switchlog.simulator.api;

import io.switchlog.simulator.call.PhoneCall;
import io.switchlog.simulator.call.Switchboard;
import io.switchlog.simulator.switches.CallSwitches;
import io.switchlog.simulator.switches.Switches;
import io.switchlog.simulator.switches.ThrownSwitches;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The switches of one call. A PUT is the whole of its own: what it does not name is as it is for all calls. */
@RestController
@RequestMapping(path = "/simulator/calls/{callSid}/switches", produces = MediaType.APPLICATION_JSON_VALUE)
class CallSwitchController {
    private final Switchboard switchboard;

    CallSwitchController(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /**
     * What a call goes by.
     *
     * @param own what was thrown for this call alone
     * @param inForce the same, and where it says nothing the switches for all calls
     */
    record View(ThrownSwitches own, Switches inForce) {
        static View of(CallSwitches switches) {
            return new View(switches.own(), switches.inForce());
        }
    }

    @GetMapping
    View current(@PathVariable String callSid) {
        return View.of(switchesOf(callSid));
    }

    @PutMapping
    View set(@PathVariable String callSid, @RequestBody ThrownSwitches thrown) {
        CallSwitches switches = switchesOf(callSid);
        SwitchRules.checkOfOneCall("", thrown);
        switches.throwOwn(thrown);
        return View.of(switches);
    }

    @DeleteMapping
    View reset(@PathVariable String callSid) {
        CallSwitches switches = switchesOf(callSid);
        switches.throwOwn(ThrownSwitches.NONE);
        return View.of(switches);
    }

    private CallSwitches switchesOf(String callSid) {
        return switchboard.find(callSid).map(PhoneCall::switches).orElseThrow(Problems::unknownCall);
    }
}
