package io.switchlog.simulation.people;

import io.switchlog.contract.AgentCommand;
import io.switchlog.contract.AgentCommand.ClaimCall;
import io.switchlog.contract.AgentCommand.CompleteVoicemail;
import io.switchlog.contract.AgentCommand.DeclineCall;
import io.switchlog.contract.AgentCommand.HangUpCall;
import io.switchlog.contract.AgentCommand.ParkCall;
import io.switchlog.contract.AgentCommand.RetrieveCall;
import io.switchlog.contract.AgentCommand.SetAvailability;
import io.switchlog.contract.AgentCommand.TransferCall;
import io.switchlog.contract.Availability;
import io.switchlog.simulation.people.Cast.Member;
import io.switchlog.simulation.world.Chance;
import io.switchlog.simulation.world.World;
import java.util.List;
import java.util.function.Consumer;

/** What an agent does out of turn: goes away or comes back, or clicks on a call that may not be theirs, whatever its state. */
final class Whims {

    private final World world;
    private final Member member;
    private final Cast cast;
    private final Consumer<AgentCommand> click;
    private final long goesHomeAtMillis;

    Whims(World world, Member member, Cast cast, Consumer<AgentCommand> click, long goesHomeAtMillis) {
        this.world = world;
        this.member = member;
        this.cast = cast;
        this.click = click;
        this.goesHomeAtMillis = goesHomeAtMillis;
    }

    void begin() {
        world.in(chance().between(2_000, 20_000), this::follow);
    }

    private void follow() {
        if (world.now() > goesHomeAtMillis) {
            return;
        }
        if (chance().of(0.5)) {
            say(chance().oneOf(List.of(
                    Availability.AWAY, Availability.OFFLINE, Availability.AVAILABLE, Availability.AVAILABLE)));
        } else {
            click(chance().oneOf(cast.callers()).callSid());
        }
        world.in(chance().between(3_000, 20_000), this::follow);
    }

    private void say(Availability availability) {
        String reason = availability == Availability.AWAY ? "lunch" : null;
        click.accept(new SetAvailability(member.agentId(), availability, reason));
    }

    private void click(String callSid) {
        String agentId = member.agentId();
        switch (chance().between(1, 8)) {
            // Whether there is a message or not: routing keeps no list of them.
            case 8 -> click.accept(new CompleteVoicemail(callSid, "RE" + callSid, agentId));
            case 1 -> click.accept(new ClaimCall(callSid, agentId));
            case 2 -> click.accept(new DeclineCall(callSid, agentId));
            case 3 -> click.accept(new ParkCall(callSid, agentId));
            case 4 -> click.accept(new RetrieveCall(callSid, agentId, agentId));
            case 5 -> click.accept(new RetrieveCall(callSid, agentId, target()));
            case 6 -> click.accept(new TransferCall(callSid, agentId, target()));
            default -> {
                if (member.supervises() || chance().of(0.3)) {
                    click.accept(new HangUpCall(callSid, agentId));
                }
            }
        }
    }

    /** A colleague, or somebody who takes no calls, or none whom anybody knows. */
    private String target() {
        return chance().of(0.8)
                ? chance().oneOf(cast.colleaguesOf(member))
                : chance().oneOf(List.of(Operator.ID, "nobody"));
    }

    private Chance chance() {
        return world.chance();
    }
}
