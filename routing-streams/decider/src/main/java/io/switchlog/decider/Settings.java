package io.switchlog.decider;

import io.switchlog.contract.OperatorCommand.ConfigureRouting;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.contract.WorkspaceEvent.RoutingConfigured;
import io.switchlog.decider.state.Draft;

/** How the workspace routes. */
final class Settings {

    private Settings() {}

    static void configure(Draft draft, ConfigureRouting command) {
        RoutingSettings settings = command.change().applyTo(draft.settings());
        String violation = settings.violation();
        if (violation == null) {
            draft.emit(new RoutingConfigured(settings));
        } else {
            Answers.refuseInvalid(draft, violation);
        }
    }
}
