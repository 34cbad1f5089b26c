package io.switchlog.simulator.api;

import io.switchlog.simulator.switches.SwitchPanel;
import io.switchlog.simulator.switches.Switches;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and sets the switches. */
@RestController
@RequestMapping(path = "/simulator/switches", produces = MediaType.APPLICATION_JSON_VALUE)
class SwitchController {
    private final SwitchPanel panel;

    SwitchController(SwitchPanel panel) {
        this.panel = panel;
    }

    @GetMapping
    Switches current() {
        return panel.current();
    }

    @PutMapping
    Switches change(@RequestBody SwitchRequest request) {
        return panel.change(request::applyTo);
    }
}
