package io.switchlog.simulation.gateway;

import io.switchlog.board.Board;
import io.switchlog.board.WorkspaceBoard;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.EventMessage;
import io.switchlog.simulation.log.Broker;
import io.switchlog.simulation.log.LogClient;
import io.switchlog.simulation.world.Fault;
import io.switchlog.simulation.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process of the gateway: appends clicks and waits for their decisions, and keeps the boards that agents look at. */
final class GatewayInstance {

    private static final long PATIENCE_MILLIS = 2_000;
    private static final int LONGEST_RESTART_MILLIS = 6_000;

    private final String name;
    private final World world;
    private final Broker broker;
    private final Screens screens;

    private @Nullable LogClient log;
    /** By workspace. */
    private Map<String, WorkspaceBoard> boards = new HashMap<>();

    GatewayInstance(String name, World world, Broker broker, Screens screens) {
        this.name = name;
        this.world = world;
        this.broker = broker;
        this.screens = screens;
    }

    void start() {
        boards = new HashMap<>();
        log = new LogClient(world, broker, this::take);
        log.open();
    }

    boolean isUp() {
        return log != null;
    }

    /** @param answer is called when there is one, which may be never */
    void click(Click click, Consumer<LogClient.Answer> answer) {
        LogClient current = log;
        if (current == null) {
            return;
        }
        if (world.faults().strike(Fault.GATEWAY_DIES)) {
            world.trace().note(name, () -> "dies");
            current.close();
            log = null;
            world.in(world.chance().delay(500, LONGEST_RESTART_MILLIS), this::start);
            return;
        }
        current.ask(
                new CommandMessage(click.workspace(), click.key(), click.actor(), click.command()),
                PATIENCE_MILLIS,
                answer);
    }

    private void take(List<EventMessage> decision) {
        WorkspaceBoard board = boards.computeIfAbsent(decision.getFirst().workspace(), WorkspaceBoard::new);
        decision.forEach(board::apply);
        Board shown = board.snapshot();
        world.truth().shown(shown.workspace(), shown.sequence(), () -> InWords.of(shown));
        screens.show(shown);
    }
}
