package io.switchlog.engine.partition;

import io.switchlog.decider.state.Call;
import org.jspecify.annotations.Nullable;

/**
 * A call as the engine stores it.
 *
 * @param rungAt sequence of the event that began the ringing under way; absent while nobody is rung, and in what an older
 *     version has stored
 */
record StoredCall(Call call, @Nullable Long rungAt) {}
