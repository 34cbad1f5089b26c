package io.switchlog.gateway.agents;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.OperatorCommand.RegisterAgent;
import io.switchlog.contract.Role;
import io.switchlog.gateway.GatewaySettings;
import io.switchlog.gateway.log.Decisions;
import io.switchlog.gateway.session.Account;
import io.switchlog.gateway.session.Accounts;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Makes the operator who can make everybody else, from OPERATOR_USERNAME and OPERATOR_PASSWORD. */
@Component
class FirstOperator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstOperator.class);

    /** Always the same, so that the log registers them once, however often we start. */
    private static final String COMMAND_ID = "first-operator";

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final GatewaySettings settings;
    private final Accounts accounts;
    private final Decisions decisions;
    private @Nullable Thread registration;

    FirstOperator(GatewaySettings settings, Accounts accounts, Decisions decisions) {
        this.settings = settings;
        this.accounts = accounts;
        this.decisions = decisions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        GatewaySettings.FirstOperator wanted = settings.firstOperator();
        if (wanted != null) {
            accounts.addIfAbsent(
                    wanted.username(),
                    settings.defaultWorkspace(),
                    wanted.username(),
                    Role.OPERATOR,
                    wanted.password());
            accounts.find(wanted.username())
                    .filter(account -> account.role() == Role.OPERATOR)
                    .ifPresent(account -> registration =
                            Thread.ofVirtual().name("first-operator").start(() -> register(account)));
        }
        if (!accounts.anyOperator()) {
            log.warn("There is no operator, so nobody can register agents:"
                    + " set OPERATOR_USERNAME (a new one) and OPERATOR_PASSWORD, and start again");
        }
    }

    @PreDestroy
    void stop() {
        if (registration != null) {
            registration.interrupt();
        }
    }

    /** The engine may start after us, so this goes on until the log has the operator. */
    private void register(Account account) {
        CommandMessage command = new CommandMessage(
                account.workspace(),
                COMMAND_ID,
                Actor.operator(account.username()),
                new RegisterAgent(account.username(), account.name(), Role.OPERATOR, 1));
        while (!decided(command)) {
            try {
                Thread.sleep(BETWEEN_TRIES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean decided(CommandMessage command) {
        try {
            decisions.of(command);
            return true;
        } catch (ErrorResponseException e) {
            boolean refused = e.getStatusCode().value() != HttpStatus.SERVICE_UNAVAILABLE.value();
            log.atLevel(refused ? Level.ERROR : Level.INFO)
                    .log(
                            "commandId {}: the first operator is not registered: {}",
                            COMMAND_ID,
                            e.getBody().getDetail());
            return refused;
        }
    }
}
