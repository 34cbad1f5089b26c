package io.switchlog.simulation.people;

import io.switchlog.contract.AgentCommand;
import io.switchlog.simulation.gateway.Click;
import io.switchlog.simulation.gateway.GatewayGroup;
import io.switchlog.simulation.log.LogClient.Answer;
import io.switchlog.simulation.people.Cast.Member;
import io.switchlog.simulation.world.World;

/** Where an agent clicks. A click without an answer is sent again: with its key if it has one, else as another click. */
public final class Browser {

    private static final long PATIENCE_MILLIS = 2_300;
    private static final int MOST_ATTEMPTS = 4;

    private final World world;
    private final GatewayGroup gateway;
    private final Member member;
    private int clicks;

    public Browser(World world, GatewayGroup gateway, Member member) {
        this.world = world;
        this.gateway = gateway;
        this.member = member;
    }

    /**
     * Clicks, and clicks again when there is no answer.
     *
     * @param granted is told, once, when the answer is yes
     */
    public void click(AgentCommand command, Runnable granted) {
        clicks++;
        new Sending(command, member.agentId() + "-" + clicks, world.chance().of(0.7), granted).send(1);
    }

    private final class Sending {
        private final AgentCommand command;
        private final String key;
        private final boolean keepsKey;
        private final Runnable granted;
        private boolean answered;

        Sending(AgentCommand command, String key, boolean keepsKey, Runnable granted) {
            this.command = command;
            this.key = key;
            this.keepsKey = keepsKey;
            this.granted = granted;
        }

        void send(int attempt) {
            String sent = keepsKey || attempt == 1 ? key : key + "." + attempt;
            gateway.click(Click.of(member.workspace(), command, sent), this::take);
            world.in(PATIENCE_MILLIS, () -> {
                if (!answered && attempt < MOST_ATTEMPTS) {
                    send(attempt + 1);
                }
            });
        }

        private void take(Answer answer) {
            if (!answered && answer instanceof Answer.Decided(var outcome)) {
                answered = true;
                if (outcome.accepted()) {
                    granted.run();
                }
            }
        }
    }
}
