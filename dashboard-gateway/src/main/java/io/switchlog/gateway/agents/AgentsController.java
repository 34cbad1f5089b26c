package io.switchlog.gateway.agents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.switchlog.board.Board;
import io.switchlog.board.BoardAgent;
import io.switchlog.contract.Actor;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.OperatorCommand.RegisterAgent;
import io.switchlog.contract.Readiness;
import io.switchlog.contract.Role;
import io.switchlog.gateway.board.AgentView;
import io.switchlog.gateway.board.Boards;
import io.switchlog.gateway.log.Decisions;
import io.switchlog.gateway.problem.Problems;
import io.switchlog.gateway.session.Accounts;
import io.switchlog.gateway.session.SignedIn;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agents of a workspace. */
@RestController
@RequestMapping(path = "/api/agents", produces = MediaType.APPLICATION_JSON_VALUE)
class AgentsController {

    private final Boards boards;
    private final Decisions decisions;
    private final Accounts accounts;

    AgentsController(Boards boards, Decisions decisions, Accounts accounts) {
        this.boards = boards;
        this.decisions = decisions;
        this.accounts = accounts;
    }

    record Agents(String workspace, long sequence, List<ReadyAgent> agents) {}

    /** An agent as on the board, and what their readiness is made of. */
    record ReadyAgent(
            @JsonUnwrapped AgentView agent, int maxConcurrentCalls, int missedRings, Readiness readinessParts) {
        static ReadyAgent of(BoardAgent agent) {
            return new ReadyAgent(
                    AgentView.of(agent), agent.maxConcurrentCalls(), agent.missedRings(), agent.readiness());
        }
    }

    @GetMapping
    Agents agents(@AuthenticationPrincipal SignedIn me) {
        Board board = boards.of(me.workspace());
        return new Agents(
                board.workspace(),
                board.sequence(),
                board.agents().stream().map(ReadyAgent::of).toList());
    }

    /**
     * Adds an agent, or changes one. The log comes first: an account without a place in routing could sign in and would
     * never ring, and a repetition of the request heals what was left half-done.
     */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Registered> register(@AuthenticationPrincipal SignedIn me, @RequestBody Registration body) {
        Registration.Valid agent = body.validated();
        if (accounts.find(agent.agentId())
                .filter(taken -> !taken.workspace().equals(me.workspace()))
                .isPresent()) {
            throw taken(agent.agentId());
        }
        decisions.of(new CommandMessage(
                me.workspace(),
                UUID.randomUUID().toString(),
                Actor.operator(me.agentId()),
                new RegisterAgent(agent.agentId(), agent.name(), agent.role(), agent.maxConcurrentCalls())));
        Accounts.Put put = accounts.put(agent.agentId(), me.workspace(), agent.name(), agent.role(), agent.password());
        HttpStatus status =
                switch (put) {
                    case CREATED -> HttpStatus.CREATED;
                    case UPDATED -> HttpStatus.OK;
                    case TAKEN -> throw taken(agent.agentId());
                };
        return ResponseEntity.status(status)
                .body(new Registered(
                        agent.agentId(), agent.name(), agent.role(), me.workspace(), agent.maxConcurrentCalls()));
    }

    record Registered(String agentId, String name, Role role, String workspace, int maxConcurrentCalls) {}

    private static ErrorResponseException taken(String agentId) {
        return Problems.exception(Problems.of(
                HttpStatus.CONFLICT,
                "agent-id-taken",
                "The agentId is taken",
                "agentId: " + agentId + " belongs to another workspace"));
    }
}
