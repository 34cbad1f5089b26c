package io.switchlog.simulator.api;

import io.switchlog.simulator.call.CallStatus;
import io.switchlog.simulator.call.Leg;
import io.switchlog.simulator.call.Signal;
import io.switchlog.simulator.device.RegisteredDevices;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What agents' devices do: register and vanish, accept, reject and hang up. */
@RestController
@RequestMapping(path = "/simulator/devices", produces = MediaType.APPLICATION_JSON_VALUE)
class DeviceController {
    private final RegisteredDevices devices;
    private final DeviceLegs legs;

    DeviceController(RegisteredDevices devices, DeviceLegs legs) {
        this.devices = devices;
        this.legs = legs;
    }

    /** @param callSid the leg at the device, or its parent */
    record WhichCall(@Nullable String callSid) {}

    record Done(String callSid, @Nullable String parentCallSid) {
        static Done at(Leg leg) {
            return new Done(leg.callSid(), leg.parentCallSid());
        }
    }

    @PostMapping("/{agentId}/connect")
    DeviceView connect(@PathVariable String agentId) {
        devices.connect(agentId);
        return view(agentId);
    }

    /** A leg that is up dies with the device; one that rings goes on ringing, as Twilio cannot know. */
    @PostMapping("/{agentId}/disconnect")
    DeviceView disconnect(@PathVariable String agentId) {
        devices.disconnect(agentId);
        legs.actOnAll(agentId, CallStatus.IN_PROGRESS, Signal.DeviceHangsUp::new);
        return view(agentId);
    }

    @PostMapping("/{agentId}/accept")
    Done accept(@PathVariable String agentId, @RequestBody(required = false) @Nullable WhichCall which) {
        return answer(agentId, which, Signal.DeviceAccepts::new);
    }

    @PostMapping("/{agentId}/reject")
    Done reject(@PathVariable String agentId, @RequestBody(required = false) @Nullable WhichCall which) {
        return answer(agentId, which, Signal.DeviceRejects::new);
    }

    @PostMapping("/{agentId}/hang-up")
    Done hangUp(@PathVariable String agentId, @RequestBody(required = false) @Nullable WhichCall which) {
        return legs.act(agentId, CallStatus.IN_PROGRESS, sid(which), Signal.DeviceHangsUp::new)
                .map(Done::at)
                .orElseThrow(() -> Problems.conflict("The device of " + agentId + " is in no such call"));
    }

    private Done answer(String agentId, @Nullable WhichCall which, DeviceLegs.Deed deed) {
        if (!devices.isConnected(agentId)) {
            throw Problems.conflict("The device of " + agentId + " is not connected");
        }
        return legs.act(agentId, CallStatus.RINGING, sid(which), deed)
                .map(Done::at)
                .orElseThrow(() -> Problems.conflict("No such call rings at the device of " + agentId));
    }

    private static @Nullable String sid(@Nullable WhichCall which) {
        return which == null ? null : which.callSid();
    }

    @GetMapping
    List<DeviceView> all() {
        return devices.everSeen().stream().map(this::view).toList();
    }

    @GetMapping("/{agentId}")
    DeviceView view(@PathVariable String agentId) {
        return DeviceView.of(agentId, devices, legs);
    }
}
