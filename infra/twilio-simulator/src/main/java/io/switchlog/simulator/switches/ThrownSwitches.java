package io.switchlog.simulator.switches;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.switchlog.simulator.switches.Switches.ActionAtRedirect;
import io.switchlog.simulator.switches.Switches.CancelOthersAt;
import io.switchlog.simulator.switches.Switches.MixedRejectionStatus;
import io.switchlog.simulator.switches.Switches.RedirectOfRingingLeg;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The switches that somebody has thrown, for all calls or for one; {@link Switches} says what they do. Null is not thrown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThrownSwitches(
        @Nullable CancelOthersAt cancelOthersAt,
        @Nullable Boolean actionOnCallerHangUp,
        @Nullable MixedRejectionStatus mixedRejectionStatus,
        @Nullable RedirectOfRingingLeg redirectOfRingingLeg,
        @Nullable ActionAtRedirect actionAtRedirect,
        @Nullable Long sayMillis,
        @Nullable Long playMillis,
        @Nullable Double speaksForSeconds,
        @Nullable Long webhookTimeoutMillis,
        @Nullable CallbackFaults callbacks,
        @Nullable RestFaults rest,
        @Nullable Long seed) {

    public static final ThrownSwitches NONE =
            new ThrownSwitches(null, null, null, null, null, null, null, null, null, null, null, null);

    /** These, and the others where they are not thrown. */
    Switches over(Switches others) {
        return new Switches(
                Objects.requireNonNullElse(cancelOthersAt, others.cancelOthersAt()),
                Objects.requireNonNullElse(actionOnCallerHangUp, others.actionOnCallerHangUp()),
                Objects.requireNonNullElse(mixedRejectionStatus, others.mixedRejectionStatus()),
                Objects.requireNonNullElse(redirectOfRingingLeg, others.redirectOfRingingLeg()),
                Objects.requireNonNullElse(actionAtRedirect, others.actionAtRedirect()),
                Objects.requireNonNullElse(sayMillis, others.sayMillis()),
                Objects.requireNonNullElse(playMillis, others.playMillis()),
                Objects.requireNonNullElse(speaksForSeconds, others.speaksForSeconds()),
                Objects.requireNonNullElse(webhookTimeoutMillis, others.webhookTimeoutMillis()),
                callbacks == null ? others.callbacks() : callbacks.over(others.callbacks()),
                rest == null ? others.rest() : rest.over(others.rest()),
                Objects.requireNonNullElse(seed, others.seed()));
    }
}
