package io.switchlog.simulator.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the one line that matters instead of a stack trace. */
class RefusedSettingsAnalyzer extends AbstractFailureAnalyzer<RefusedSettings> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RefusedSettings cause) {
        return new FailureAnalysis(
                "The Twilio simulator cannot start: " + cause.getMessage(),
                "Set them in the environment or as arguments (--NAME=value); infra/twilio-simulator/README.md lists all.",
                cause);
    }
}
