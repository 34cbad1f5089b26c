package io.switchlog.simulator.api;

import io.switchlog.simulator.call.Switchboard;
import io.switchlog.simulator.device.RegisteredDevices;
import io.switchlog.simulator.live.LiveStreams;
import io.switchlog.simulator.switches.SwitchPanel;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What pages follow live, without asking again: the caller's phone everything, an agent's softphone its device. */
@RestController
@RequestMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
class StreamController {
    /** More than fit on a screen, and few enough to be sent again with every change. */
    private static final int MAX_LISTED = 50;

    /** An eye sees no difference, and a storm of calls costs ten views a second. */
    private static final Duration REST_OF_PHONE = Duration.ofMillis(100);

    /** A softphone rings at once. */
    private static final Duration REST_OF_DEVICE = Duration.ofMillis(10);

    private final LiveStreams streams;
    private final Switchboard switchboard;
    private final RegisteredDevices devices;
    private final DeviceLegs legs;
    private final SwitchPanel panel;

    StreamController(
            LiveStreams streams,
            Switchboard switchboard,
            RegisteredDevices devices,
            DeviceLegs legs,
            SwitchPanel panel) {
        this.streams = streams;
        this.switchboard = switchboard;
        this.devices = devices;
        this.legs = legs;
        this.panel = panel;
    }

    @GetMapping("/simulator/stream")
    void phone(HttpServletResponse response) {
        streams.serve("phone", REST_OF_PHONE, this::phoneView, response);
    }

    @GetMapping("/simulator/devices/{agentId}/stream")
    void device(@PathVariable String agentId, HttpServletResponse response) {
        streams.serve("device", REST_OF_DEVICE, () -> DeviceView.of(agentId, devices, legs), response);
    }

    private PhoneView phoneView() {
        return new PhoneView(
                switchboard.live().size(),
                switchboard.newestFirst().stream()
                        .limit(MAX_LISTED)
                        .map(call -> CallView.of(call.snapshot()))
                        .toList(),
                devices.everSeen().stream()
                        .map(agentId -> DeviceView.of(agentId, devices, legs))
                        .toList(),
                panel.current());
    }
}
