package io.switchlog.simulation.ingress;

import io.switchlog.simulation.log.Broker;
import io.switchlog.simulation.twilio.Network;
import io.switchlog.simulation.twilio.Twilio;
import io.switchlog.simulation.world.Consequence;
import io.switchlog.simulation.world.World;
import java.util.List;
import java.util.Optional;

/**
 * Two instances, of which one does call control. When that changes hands, both may believe for some seconds that it is theirs, as
 * with the real consumer group.
 */
public final class IngressGroup {

    private static final long BETWEEN_CHECKS_MILLIS = 5_000;
    private static final int LONGEST_RESTART_MILLIS = 8_000;
    private static final int LONGEST_REBALANCE_MILLIS = 4_000;

    private final World world;
    private final List<IngressInstance> instances;

    public IngressGroup(World world, Broker broker, Twilio twilio, Network network) {
        this.world = world;
        this.instances = List.of(
                new IngressInstance("ingress-1", world, broker, twilio, () -> restart(0)),
                new IngressInstance("ingress-2", world, broker, twilio, () -> restart(1)));
        instances.forEach(network::connect);
        instances.forEach(IngressInstance::start);
        instances.getFirst().own(true);
    }

    /** Looks for silent calls from now on, until that time. */
    public void watchSilentCallsUntil(long timeMillis) {
        instances.forEach(IngressInstance::askAboutSilentCalls);
        if (world.now() < timeMillis) {
            world.in(BETWEEN_CHECKS_MILLIS, () -> watchSilentCallsUntil(timeMillis));
        }
    }

    private void restart(int dead) {
        world.in(world.chance().delay(200, LONGEST_REBALANCE_MILLIS), this::rebalance);
        world.in(world.chance().delay(500, LONGEST_RESTART_MILLIS), () -> {
            instances.get(dead).start();
            world.in(world.chance().delay(200, LONGEST_REBALANCE_MILLIS), this::rebalance);
        });
    }

    /** The first that is up does call control; whoever did before learns it a little later. */
    private void rebalance() {
        world.saw(Consequence.CALL_CONTROL_CHANGED_HANDS);
        owner().ifPresent(owner -> owner.own(true));
        world.in(
                world.chance().delay(1, LONGEST_REBALANCE_MILLIS),
                () -> owner().ifPresent(owner ->
                        instances.stream().filter(other -> other != owner).forEach(other -> other.own(false))));
    }

    private Optional<IngressInstance> owner() {
        return instances.stream().filter(IngressInstance::isUp).findFirst();
    }
}
