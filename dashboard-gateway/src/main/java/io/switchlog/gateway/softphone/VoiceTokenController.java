package io.switchlog.gateway.softphone;

import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import io.switchlog.contract.Role;
import io.switchlog.gateway.GatewaySettings;
import io.switchlog.gateway.GatewaySettings.TwilioAccount;
import io.switchlog.gateway.problem.Problems;
import io.switchlog.gateway.session.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets an agent's browser be rung: a token for Twilio's Voice SDK under the agent's id, for incoming calls alone. See
 * https://www.twilio.com/docs/iam/access-tokens.
 */
@RestController
class VoiceTokenController {

    /** Short enough that a stolen one is soon worthless; browsers fetch the next one in time. Twilio allows a day. */
    private static final Duration VALID = Duration.ofHours(1);

    private final TwilioAccount account;
    private final Clock clock = Clock.systemUTC();

    VoiceTokenController(GatewaySettings settings) {
        this.account = settings.twilio();
    }

    /**
     * A token.
     *
     * @param identity the name that calls are dialled by: the agent's id
     * @param deviceUrl where devices register; null when it is Twilio itself, whose SDK knows
     */
    record VoiceToken(
            String token,
            String identity,
            Instant expiresAt,
            @Nullable String deviceUrl) {}

    @GetMapping(path = "/api/voice-token", produces = MediaType.APPLICATION_JSON_VALUE)
    VoiceToken token(@AuthenticationPrincipal SignedIn me) {
        if (me.role() == Role.OPERATOR) {
            throw Problems.exception(Problems.of(
                    HttpStatus.CONFLICT, "takes-no-calls", "Operators take no calls", "Operators have no phone"));
        }
        VoiceGrant incomingOnly = new VoiceGrant().setIncomingAllow(true);
        AccessToken token = new AccessToken.Builder(
                        account.accountSid(),
                        account.apiKeySid(),
                        account.apiKeySecret().getBytes(StandardCharsets.UTF_8))
                .identity(me.agentId())
                .grant(incomingOnly)
                .ttl((int) VALID.toSeconds())
                .build();
        return new VoiceToken(token.toJwt(), me.agentId(), clock.instant().plus(VALID), account.deviceUrl());
    }
}
