package io.switchlog.simulation.truth;

import io.switchlog.contract.AgentCommand.ClaimCall;
import io.switchlog.contract.AgentCommand.SetAvailability;
import io.switchlog.contract.Availability;
import io.switchlog.simulation.gateway.GatewayGroup;
import io.switchlog.simulation.gateway.Screen;
import io.switchlog.simulation.people.Browser;
import io.switchlog.simulation.people.Cast.Member;
import io.switchlog.simulation.world.World;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An agent through the day: comes, answers what rings, is befallen by what was drawn, and goes. */
final class Employee implements Screen {

    /** When yesterday's people say for the last time that they are available, and when they go. */
    private static final long YESTERDAY_MILLIS = 30_000;

    private static final int QUICKEST_REACTION_MILLIS = 1_500;
    private static final int SLOWEST_REACTION_MILLIS = 10_000;

    /** Whoever talks looks again after so long whether they can go. */
    private static final long STILL_TALKING_MILLIS = 5_000;

    private final World world;
    private final Meter meter;
    private final Shift shift;
    private final Situation situation;
    private final Page page;
    private final Handset handset;
    private final Browser browser;

    private final Set<String> offered = new TreeSet<>();
    private @Nullable Availability said;
    /** The device has failed them, and they have seen it. */
    private boolean distrustsDevice;

    /** An agent before the day. */
    Employee(World world, GatewayGroup gateways, Meter meter, Shift shift, Situation situation, Checks checks) {
        this.world = world;
        this.meter = meter;
        this.shift = shift;
        this.situation = situation;
        Member member = new Member(Workday.WORKSPACE, shift.agentId(), 1, false);
        this.page = new Page(world, gateways, member, situation, checks, this::readAnswer);
        this.handset = new Handset(world, situation);
        this.browser = new Browser(world, gateways, member);
        gateways.open(Workday.WORKSPACE, shift.agentId(), this);
    }

    Handset handset() {
        return handset;
    }

    void begin() {
        if (shift.yesterday() != Leaving.SAYING_SO) {
            world.agenda().at(YESTERDAY_MILLIS, this::come);
            world.agenda().at(2 * YESTERDAY_MILLIS, () -> leave(shift.yesterday()));
        }
        if (!shift.isADayOff()) {
            world.agenda().at(shift.comesAtMillis(), this::come);
            shift.spells().forEach(spell -> world.agenda().at(spell.fromMillis(), () -> begin(spell)));
            world.agenda().at(shift.goesAtMillis(), () -> leave(shift.today()));
        }
    }

    private void come() {
        situation.come();
        follow(false);
    }

    private void leave(Leaving manner) {
        if (talks()) {
            world.in(STILL_TALKING_MILLIS, () -> leave(manner));
            return;
        }
        if (manner == Leaving.SAYING_SO && canClick()) {
            say(Availability.OFFLINE);
        }
        situation.goHome();
        follow(manner != Leaving.SHUTTING_THE_LID);
    }

    private void begin(Spell spell) {
        if (spell.what().isAPersons() && talks()) {
            if (world.now() + STILL_TALKING_MILLIS < spell.toMillis()) {
                world.in(STILL_TALKING_MILLIS, () -> begin(spell));
            }
        } else if (!situation.has(spell.what()) && !situation.has(Trouble.OFF_DUTY)) {
            if (spell.what() == Trouble.ON_BREAK && canClick()) {
                say(Availability.AWAY);
            }
            situation.befall(spell.what());
            world.agenda().at(spell.toMillis(), () -> end(spell.what()));
            follow(spell.what() == Trouble.CRASHED);
        }
    }

    private void end(Trouble what) {
        if (situation.mend(what)) {
            if (what == Trouble.DEVICE_LIES) {
                distrustsDevice = false;
            }
            if (what == Trouble.PAGE_ASLEEP && page.isOpen()) {
                page.start();
            }
            follow(false);
        }
    }

    /** Page, device and person act on how things are now. */
    private void follow(boolean saysGoodbye) {
        if (situation.pageRuns() && !page.isOpen()) {
            page.start();
        } else if (!situation.pageRuns() && page.isOpen()) {
            page.stop(saysGoodbye);
        }
        handset.follow();
        if (canClick() && said != Availability.AVAILABLE) {
            say(Availability.AVAILABLE);
        }
        offered.forEach(this::consider);
        meter.look(shift.agentId());
    }

    private boolean canClick() {
        return situation.isAtTheDesk() && situation.isOnline();
    }

    private void say(Availability availability) {
        said = availability;
        browser.click(new SetAvailability(shift.agentId(), availability, null), () -> {});
    }

    /** The answer to a heartbeat: who looks at the page reads there that they are rung no more. */
    private void readAnswer() {
        if (meter.countsAsNotAnswering(shift.agentId()) && !situation.has(Trouble.PAGE_ASLEEP)) {
            world.in(world.chance().delay(QUICKEST_REACTION_MILLIS, SLOWEST_REACTION_MILLIS), () -> {
                if (canClick()) {
                    say(Availability.AVAILABLE);
                }
            });
        }
    }

    private boolean talks() {
        return meter.talks(shift.agentId());
    }

    @Override
    public void rings(String callSid) {
        offered.add(callSid);
        consider(callSid);
    }

    @Override
    public void isQuiet(String callSid) {
        offered.remove(callSid);
    }

    @Override
    public void isLost(String callSid) {
        // A call whose device never rang: they try no other before it is mended.
        distrustsDevice = situation.has(Trouble.DEVICE_LIES);
    }

    @Override
    public void isParked(String callSid) {
        // Nobody parks here.
    }

    /** They look up, and answer with a click if it still rings and the page does not say that it would be in vain. */
    private void consider(String callSid) {
        world.in(world.chance().delay(QUICKEST_REACTION_MILLIS, SLOWEST_REACTION_MILLIS), () -> {
            if (offered.contains(callSid) && wouldClick() && !talks()) {
                browser.click(new ClaimCall(callSid, shift.agentId()), () -> handset.accept(callSid));
            }
        });
    }

    private boolean wouldClick() {
        return canClick() && !situation.has(Trouble.DEVICE_LOST) && !distrustsDevice;
    }
}
