package io.switchlog.simulation.gateway;

import io.switchlog.simulation.log.Broker;
import io.switchlog.simulation.log.LogClient.Answer;
import io.switchlog.simulation.world.Fault;
import io.switchlog.simulation.world.World;
import java.util.List;
import java.util.function.Consumer;

/** Two instances behind one address. */
public final class GatewayGroup {

    private static final int LONGEST_WAY_MILLIS = 40;

    private final World world;
    private final Screens screens = new Screens();
    private final List<GatewayInstance> instances;

    public GatewayGroup(World world, Broker broker) {
        this.world = world;
        this.instances = List.of(
                new GatewayInstance("gateway-1", world, broker, screens),
                new GatewayInstance("gateway-2", world, broker, screens));
        instances.forEach(GatewayInstance::start);
    }

    public void open(String workspace, String agentId, Screen screen) {
        screens.open(workspace, agentId, screen);
    }

    /**
     * Sends a click to whichever instance is up.
     *
     * @param answer is called when there is one: it may be lost on the way, and a gateway that dies answers nobody
     */
    public void click(Click click, Consumer<Answer> answer) {
        world.trace().note("click", () -> click.command() + " key " + click.key());
        world.in(way(), () -> {
            List<GatewayInstance> up =
                    instances.stream().filter(GatewayInstance::isUp).toList();
            if (!up.isEmpty()) {
                world.chance().oneOf(up).click(click, decision -> carryBack(decision, answer));
            }
        });
        if (world.faults().strike(Fault.CLICK_REPEATED)) {
            world.in(world.chance().delay(1, 1_500), () -> click(click, answer));
        }
    }

    private void carryBack(Answer decision, Consumer<Answer> answer) {
        if (!world.faults().strike(Fault.CLICK_ANSWER_LOST)) {
            world.in(way(), () -> answer.accept(decision));
        }
    }

    private long way() {
        return world.chance().delay(2, LONGEST_WAY_MILLIS);
    }
}
