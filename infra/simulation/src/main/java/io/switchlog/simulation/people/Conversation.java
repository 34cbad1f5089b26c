package io.switchlog.simulation.people;

import io.switchlog.contract.AgentCommand;
import io.switchlog.contract.AgentCommand.HangUpCall;
import io.switchlog.contract.AgentCommand.ParkCall;
import io.switchlog.contract.AgentCommand.TransferCall;
import io.switchlog.simulation.people.Cast.Member;
import io.switchlog.simulation.twilio.AgentLeg;
import io.switchlog.simulation.world.Chance;
import io.switchlog.simulation.world.World;
import java.util.List;
import java.util.function.Consumer;

/** What an agent does with a caller whom they talk to: parks them, hands them on, hangs up, or waits until the caller does. */
final class Conversation {

    private final World world;
    private final Member member;
    private final List<String> colleagues;
    private final AgentLeg leg;
    private final Consumer<AgentCommand> click;

    /** @param colleagues to whom calls are handed on; the agent's own id is among them, by mistake */
    Conversation(World world, Member member, List<String> colleagues, AgentLeg leg, Consumer<AgentCommand> click) {
        this.world = world;
        this.member = member;
        this.colleagues = colleagues;
        this.leg = leg;
        this.click = click;
    }

    void begin() {
        world.in(chance().delay(500, 25_000), this::goOn);
    }

    private void goOn() {
        if (leg.isOver()) {
            return;
        }
        int manner = chance().between(1, 100);
        if (manner <= 20) {
            handOn(new ParkCall(leg.callSid(), member.agentId()));
        } else if (manner <= 42) {
            handOn(new TransferCall(leg.callSid(), member.agentId(), chance().oneOf(colleagues)));
        } else if (manner <= 85) {
            hangUp(manner);
        }
    }

    /** It may be refused, or come to nothing; then they still talk. */
    private void handOn(AgentCommand command) {
        click.accept(command);
        if (chance().of(0.1)) {
            world.in(chance().delay(1, 400), leg::hangUp);
        }
        world.in(chance().between(2_000, 20_000), this::goOn);
    }

    private void hangUp(int manner) {
        if (manner <= 71) {
            click.accept(new HangUpCall(leg.callSid(), member.agentId()));
        }
        if (manner > 60) {
            world.in(chance().delay(1, 200), leg::hangUp);
        }
    }

    private Chance chance() {
        return world.chance();
    }
}
