package io.switchlog.simulator.api;

import io.switchlog.simulator.switches.SwitchPanel;
import io.switchlog.simulator.switches.Switches;
import io.switchlog.simulator.switches.ThrownSwitches;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The switches for all calls. A PUT is the whole of them: what it does not name goes back to its default. */
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
    Switches set(@RequestBody ThrownSwitches thrown) {
        SwitchRules.check("", thrown);
        return panel.set(thrown);
    }

    @DeleteMapping
    Switches reset() {
        return panel.set(ThrownSwitches.NONE);
    }
}
