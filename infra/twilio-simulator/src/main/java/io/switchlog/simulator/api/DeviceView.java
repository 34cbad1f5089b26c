package io.switchlog.simulator.api;

import io.switchlog.simulator.call.CallStatus;
import io.switchlog.simulator.call.Leg;
import io.switchlog.simulator.device.RegisteredDevices;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent's device shows.
 *
 * @param ringing oldest first
 * @param inProgress accepted and not yet ended, oldest first
 */
record DeviceView(String agentId, boolean connected, List<DeviceLeg> ringing, List<DeviceLeg> inProgress) {
    static DeviceView of(String agentId, RegisteredDevices devices, DeviceLegs legs) {
        return new DeviceView(
                agentId,
                devices.isConnected(agentId),
                shown(legs.of(agentId, CallStatus.RINGING)),
                shown(legs.of(agentId, CallStatus.IN_PROGRESS)));
    }

    private static List<DeviceLeg> shown(List<Leg> legs) {
        return legs.stream().map(DeviceLeg::of).toList();
    }

    /** @param parameters what the noun handed to the device */
    record DeviceLeg(String callSid, @Nullable String parentCallSid, String from, Map<String, String> parameters) {
        static DeviceLeg of(Leg leg) {
            return new DeviceLeg(leg.callSid(), leg.parentCallSid(), leg.from(), leg.customParameters());
        }
    }
}
