package io.switchlog.simulator.call;

import io.switchlog.simulator.account.Account;
import io.switchlog.simulator.device.RegisteredDevices;
import io.switchlog.simulator.live.Changes;
import io.switchlog.simulator.recording.Recordings;
import io.switchlog.simulator.switches.SwitchPanel;
import io.switchlog.simulator.webhook.WebhookClient;
import org.springframework.stereotype.Component;

/** What every call is connected to. */
@Component
record Exchange(
        Account account,
        WebhookClient webhooks,
        RegisteredDevices devices,
        SwitchPanel switches,
        Recordings recordings,
        Changes changes) {}
