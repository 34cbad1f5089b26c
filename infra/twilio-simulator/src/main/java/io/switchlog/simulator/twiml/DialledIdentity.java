package io.switchlog.simulator.twiml;

import io.switchlog.simulator.webhook.Endpoint;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <Client>} noun.
 *
 * @param parameters the {@code <Parameter>} children, handed to the device and to nobody else
 * @param screening the {@code url}, asked for TwiML on the client's leg between its answer and the bridge
 */
public record DialledIdentity(
        String identity,
        Map<String, String> parameters,
        @Nullable Endpoint screening,
        @Nullable Endpoint statusCallback,
        Set<ProgressEvent> statusCallbackEvents) {}
