package io.switchlog.simulation.truth;

import io.switchlog.contract.AgentCommand;
import io.switchlog.contract.AgentCommand.CloseStream;
import io.switchlog.contract.AgentCommand.SendHeartbeat;
import io.switchlog.simulation.gateway.Click;
import io.switchlog.simulation.gateway.GatewayGroup;
import io.switchlog.simulation.people.Cast.Member;
import io.switchlog.simulation.world.World;

/** The page that an agent has open: tells by itself that it is there, as often as its browser lets it. */
final class Page {

    private static final int EVERY_MILLIS = 10_000;

    /** https://developer.chrome.com/blog/timer-throttling-in-chrome-88. */
    private static final int ASLEEP_EVERY_MILLIS = 60_000;

    private static final int LONGEST_START_MILLIS = 2_000;

    private final World world;
    private final GatewayGroup gateway;
    private final Member member;
    private final Situation situation;
    private final Checks checks;
    private final Runnable answered;
    private boolean open;
    /** Grows with each start; the timers of an earlier one are void. */
    private int run;

    private int sent;

    /** @param answered is told of each answer to a heartbeat, which says how ready the agent is, if the page shows that */
    Page(World world, GatewayGroup gateway, Member member, Situation situation, Checks checks, Runnable answered) {
        this.world = world;
        this.gateway = gateway;
        this.member = member;
        this.situation = situation;
        this.checks = checks;
        this.answered = answered;
    }

    boolean isOpen() {
        return open;
    }

    /** It is loaded, or its browser lets it run again. */
    void start() {
        open = true;
        int started = ++run;
        world.in(world.chance().between(0, LONGEST_START_MILLIS), () -> beat(started));
    }

    /** @param saysGoodbye whether its connections are closed, so that the gateway learns that its stream has ended */
    void stop(boolean saysGoodbye) {
        open = false;
        run++;
        if (saysGoodbye && checks.heartbeats()) {
            send(new CloseStream(member.agentId()));
        }
    }

    private void beat(int started) {
        if (started == run && checks.heartbeats()) {
            if (situation.isOnline()) {
                // The gateway still counts the stream of a page whose network is gone, as it does the new one.
                send(new SendHeartbeat(member.agentId(), !situation.has(Trouble.DEVICE_LOST), true));
                if (checks.tellsWhoDoesNotAnswer()) {
                    answered.run();
                }
            }
            world.in(
                    situation.has(Trouble.PAGE_ASLEEP)
                            ? ASLEEP_EVERY_MILLIS
                            : EVERY_MILLIS - world.chance().between(0, 500),
                    () -> beat(started));
        }
    }

    private void send(AgentCommand command) {
        gateway.click(Click.of(member.workspace(), command, member.agentId() + "-page-" + ++sent), _ -> {});
    }
}
