package io.switchlog.gateway.settings;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.EventMessage;
import io.switchlog.contract.OperatorCommand.ConfigureRouting;
import io.switchlog.contract.RoutingSettings;
import io.switchlog.contract.WorkspaceEvent.RoutingConfigured;
import io.switchlog.gateway.board.Boards;
import io.switchlog.gateway.log.Decisions;
import io.switchlog.gateway.problem.JsonProblems;
import io.switchlog.gateway.problem.Problems;
import io.switchlog.gateway.session.SignedIn;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a workspace routes. Which values are allowed is the decider's word. */
@RestController
@RequestMapping(path = "/api/settings", produces = MediaType.APPLICATION_JSON_VALUE)
class SettingsController {

    private final Boards boards;
    private final Decisions decisions;
    private final JsonMapper mapper;

    SettingsController(Boards boards, Decisions decisions, JsonMapper mapper) {
        this.boards = boards;
        this.decisions = decisions;
        this.mapper = mapper;
    }

    @GetMapping
    RoutingSettings settings(@AuthenticationPrincipal SignedIn me) {
        return boards.of(me.workspace()).settings();
    }

    @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    RoutingSettings change(@AuthenticationPrincipal SignedIn me, @RequestBody ObjectNode body) {
        return decisions
                .of(new CommandMessage(
                        me.workspace(),
                        UUID.randomUUID().toString(),
                        Actor.operator(me.agentId()),
                        new ConfigureRouting(me.workspace(), changeIn(body))))
                .events()
                .stream()
                .map(EventMessage::event)
                .filter(RoutingConfigured.class::isInstance)
                .map(event -> ((RoutingConfigured) event).settings())
                .findFirst()
                .orElseGet(() -> boards.of(me.workspace()).settings());
    }

    /** A setting that is left out stays as it is. One that is null is a mistake: nothing tells what was meant by it. */
    private RoutingSettings.Change changeIn(ObjectNode body) {
        body.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                throw Problems.field(field.getKey(), "a value; what shall stay as it is is left out");
            }
        });
        try {
            return mapper.treeToValue(body, RoutingSettings.Change.class);
        } catch (JacksonException e) {
            throw Problems.exception(JsonProblems.of(e));
        }
    }
}
