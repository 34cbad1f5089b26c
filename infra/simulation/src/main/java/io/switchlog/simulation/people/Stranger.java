package io.switchlog.simulation.people;

import io.switchlog.contract.Actor;
import io.switchlog.contract.CallStatus;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.LogCodec;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.simulation.log.Broker;
import io.switchlog.simulation.world.Fault;
import io.switchlog.simulation.world.World;
import java.nio.charset.StandardCharsets;

/** Somebody who writes to the command topic what does not belong there. */
public final class Stranger {

    private static final long BETWEEN_TRIES_MILLIS = 1_000;

    private final World world;
    private final Broker broker;

    public Stranger(World world, Broker broker) {
        this.world = world;
        this.broker = broker;
    }

    public void begin() {
        if (world.faults().strike(Fault.POISON_COMMAND)) {
            broker.append(
                    switch (world.chance().between(1, 3)) {
                        case 1 -> "no JSON at all".getBytes(StandardCharsets.UTF_8);
                        case 2 -> "{\"type\":\"ReceiveCall\",\"version\":1}".getBytes(StandardCharsets.UTF_8);
                        // A workspace of another partition.
                        default ->
                            LogCodec.encode(new CommandMessage(
                                    "elsewhere",
                                    "stray",
                                    Actor.TWILIO,
                                    new EndCall("CAcall1", CallStatus.COMPLETED, null)));
                    });
        }
        if (world.faults().goOn()) {
            world.in(BETWEEN_TRIES_MILLIS, this::begin);
        }
    }
}
