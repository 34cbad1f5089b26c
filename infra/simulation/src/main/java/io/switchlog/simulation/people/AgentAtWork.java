package io.switchlog.simulation.people;

import io.switchlog.contract.AgentCommand;
import io.switchlog.contract.AgentCommand.ClaimCall;
import io.switchlog.contract.AgentCommand.DeclineCall;
import io.switchlog.contract.AgentCommand.HangUpCall;
import io.switchlog.contract.AgentCommand.RetrieveCall;
import io.switchlog.contract.AgentCommand.SetAvailability;
import io.switchlog.contract.Availability;
import io.switchlog.simulation.gateway.GatewayGroup;
import io.switchlog.simulation.gateway.Screen;
import io.switchlog.simulation.people.Cast.Member;
import io.switchlog.simulation.twilio.AgentLeg;
import io.switchlog.simulation.twilio.Device;
import io.switchlog.simulation.world.Chance;
import io.switchlog.simulation.world.Fault;
import io.switchlog.simulation.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** An agent with a screen and a device, who does with both whatever people do. */
public final class AgentAtWork implements Screen, Device {

    private final Member member;
    private final World world;
    private final Browser browser;
    private final List<String> colleagues;
    private final Whims whims;
    private final Heartbeats heartbeats;
    private final int reactsWithinMillis;

    private final List<AgentLeg> legs = new ArrayList<>();
    /** The calls of which this agent has been told that they are theirs. */
    private final TreeSet<String> claimed = new TreeSet<>();

    private boolean connected = true;

    /**
     * An agent who has just come in.
     *
     * @param cast all of the history, for those who click where they should not
     * @param goesHomeAtMillis from then on the agent does nothing out of turn any more
     */
    public AgentAtWork(Member member, World world, GatewayGroup gateway, Cast cast, long goesHomeAtMillis) {
        this.member = member;
        this.world = world;
        this.browser = new Browser(world, gateway, member);
        this.colleagues = cast.colleaguesOf(member);
        this.whims = new Whims(world, member, cast, this::click, goesHomeAtMillis);
        this.heartbeats = new Heartbeats(world, gateway, member, this::isConnected, goesHomeAtMillis);
        // Those who react at once make the races.
        this.reactsWithinMillis = chance().of(0.4) ? 150 : chance().between(1_000, 7_000);
    }

    public void begin() {
        if (chance().of(0.9)) {
            click(new SetAvailability(member.agentId(), Availability.AVAILABLE, null));
        }
        whims.begin();
        // The others come with a program of their own, and are rung when nobody else can be.
        if (chance().of(0.7)) {
            heartbeats.begin();
        }
    }

    @Override
    public void rings(String callSid) {
        int mood = chance().between(1, 100);
        if (mood <= 45) {
            react(() -> click(new ClaimCall(callSid, member.agentId())));
        } else if (mood <= 60) {
            react(() -> click(new DeclineCall(callSid, member.agentId())));
        } else if (mood <= 64) {
            react(this::goAwayForAWhile);
        }
    }

    private void goAwayForAWhile() {
        click(new SetAvailability(member.agentId(), Availability.AWAY, "back soon"));
        world.in(
                chance().between(2_000, 15_000),
                () -> click(new SetAvailability(member.agentId(), Availability.AVAILABLE, null)));
    }

    @Override
    public void isQuiet(String callSid) {
        // The dashboard does not hang up: who was faster stays in the call.
    }

    @Override
    public void isLost(String callSid) {
        claimed.remove(callSid);
    }

    @Override
    public void isParked(String callSid) {
        int mood = chance().between(1, 100);
        if (mood <= 20) {
            reachFor(new RetrieveCall(callSid, member.agentId(), member.agentId()));
        } else if (mood <= 28) {
            reachFor(new RetrieveCall(callSid, member.agentId(), chance().oneOf(colleagues)));
        } else if (mood <= 31) {
            reachFor(new HangUpCall(callSid, member.agentId()));
        }
    }

    /** At once, which makes races, or when they have the time. */
    private void reachFor(AgentCommand command) {
        if (chance().of(0.5)) {
            react(() -> click(command));
        } else {
            world.in(chance().between(1_000, 25_000), () -> click(command));
        }
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public void rings(AgentLeg leg) {
        legs.add(leg);
        if (world.faults().strike(Fault.DEVICE_DEAF)) {
            return;
        }
        int mood = chance().between(1, 100);
        if (claimed.contains(leg.callSid())) {
            world.in(chance().delay(20, 400), () -> pickUp(leg));
        } else if (mood <= 35) {
            react(() -> pickUp(leg));
        } else if (mood <= 45) {
            react(leg::reject);
        }
        if (world.faults().strike(Fault.DEVICE_VANISHES)) {
            world.in(chance().delay(10, 8_000), this::vanish);
        }
    }

    @Override
    public void isOver(AgentLeg leg) {
        legs.remove(leg);
    }

    private void pickUp(AgentLeg leg) {
        if (leg.isRinging()) {
            leg.accept();
            new Conversation(world, member, colleagues, leg, this::click).begin();
        }
    }

    private void vanish() {
        connected = false;
        List.copyOf(legs).forEach(AgentLeg::hangUp);
        world.in(chance().delay(1_000, 20_000), () -> connected = true);
    }

    private void click(AgentCommand command) {
        browser.click(command, () -> {
            if (command instanceof ClaimCall claim) {
                goOnWith(claim.callSid());
            } else if (command instanceof RetrieveCall(String callSid, String agentId, String target)
                    && target.equals(agentId)) {
                goOnWith(callSid);
            }
        });
    }

    /** The dashboard accepts on the device what has been claimed, or fetched from the lot, by click. */
    private void goOnWith(String callSid) {
        claimed.add(callSid);
        for (AgentLeg leg : List.copyOf(legs)) {
            if (leg.callSid().equals(callSid)
                    && leg.isRinging()
                    && !world.faults().strike(Fault.DEVICE_DEAF)) {
                world.in(chance().delay(5, 200), () -> pickUp(leg));
            }
        }
    }

    private void react(Runnable step) {
        world.in(chance().delay(10, reactsWithinMillis), step);
    }

    private Chance chance() {
        return world.chance();
    }
}
