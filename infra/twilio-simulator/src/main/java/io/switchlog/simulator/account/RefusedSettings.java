package io.switchlog.simulator.account;

import java.util.List;

/** The environment lacks what the simulator cannot do without; the message names each setting, never its value. */
final class RefusedSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedSettings(List<String> wrong) {
        super(String.join("; ", wrong));
    }
}
