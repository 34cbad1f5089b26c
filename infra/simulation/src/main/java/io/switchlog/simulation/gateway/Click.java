package io.switchlog.simulation.gateway;

import io.switchlog.contract.Actor;
import io.switchlog.contract.AgentCommand;
import io.switchlog.contract.Command;
import io.switchlog.contract.OperatorCommand;

/**
 * A click on its way.
 *
 * @param key the Idempotency-Key that it brings, or the id that the gateway gives it
 */
public record Click(String workspace, Actor actor, Command command, String key) {

    public static Click of(String workspace, AgentCommand command, String key) {
        return new Click(workspace, Actor.agent(command.agentId()), command, key);
    }

    public static Click of(String workspace, String operatorId, OperatorCommand command, String key) {
        return new Click(workspace, Actor.operator(operatorId), command, key);
    }
}
