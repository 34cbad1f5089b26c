package io.switchlog.simulation.twilio;

import io.switchlog.simulation.world.World;
import java.util.function.Function;

/**
 * What every call at Twilio is connected to.
 *
 * @param devices by agent
 */
record Line(World world, Network network, OpenQuestions questions, Function<String, Device> devices) {}
