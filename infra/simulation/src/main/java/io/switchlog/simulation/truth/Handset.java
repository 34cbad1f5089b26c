package io.switchlog.simulation.truth;

import io.switchlog.simulation.twilio.AgentLeg;
import io.switchlog.simulation.twilio.Device;
import io.switchlog.simulation.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An agent's device, as Twilio knows it: it is rung as long as it is registered, whether or not anybody hears it. */
final class Handset implements Device {

    /**
     * Twilio's library gives its connection up when it has heard nothing for so long ({@code HEARTBEAT_TIMEOUT} in
     * https://github.com/twilio/twilio-voice.js/blob/master/lib/twilio/wstransport.ts); Twilio is taken to do the same.
     */
    private static final long LAPSES_AFTER_MILLIS = 15_000;

    private static final int LONGEST_PICK_UP_MILLIS = 400;

    private final World world;
    private final Situation situation;
    private final List<AgentLeg> legs = new ArrayList<>();
    private final Set<String> claimed = new TreeSet<>();
    private boolean registered;
    /** Grows with each change; what was to lapse before it does not. */
    private int changes;

    Handset(World world, Situation situation) {
        this.world = world;
        this.situation = situation;
    }

    @Override
    public boolean isConnected() {
        return registered;
    }

    @Override
    public void rings(AgentLeg leg) {
        legs.add(leg);
        if (claimed.contains(leg.callSid())) {
            pickUp(leg);
        }
    }

    @Override
    public void isOver(AgentLeg leg) {
        legs.remove(leg);
    }

    /** The agent has claimed that call: as soon as it rings here, the page accepts it. */
    void accept(String callSid) {
        claimed.add(callSid);
        legs.stream().filter(leg -> leg.callSid().equals(callSid)).toList().forEach(this::pickUp);
    }

    private void pickUp(AgentLeg leg) {
        world.in(world.chance().delay(20, LONGEST_PICK_UP_MILLIS), () -> {
            if (leg.isRinging() && situation.deviceWorks()) {
                leg.accept();
            }
        });
    }

    /** Things have changed: it registers, or is gone at once, or is gone and Twilio does not know yet. */
    void follow() {
        int now = ++changes;
        if (situation.isOnline() && !situation.has(Trouble.DEVICE_LOST)) {
            registered = true;
        } else if (isClosedProperly()) {
            unregister();
        } else {
            world.in(LAPSES_AFTER_MILLIS, () -> {
                if (now == changes) {
                    unregister();
                }
            });
        }
    }

    private boolean isClosedProperly() {
        return situation.has(Trouble.CRASHED) || situation.has(Trouble.DEVICE_LOST);
    }

    private void unregister() {
        registered = false;
        List.copyOf(legs).forEach(AgentLeg::hangUp);
    }
}
