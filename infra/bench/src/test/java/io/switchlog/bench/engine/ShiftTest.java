package io.switchlog.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchlog.contract.AgentCommand.ClaimCall;
import io.switchlog.contract.CommandMessage;
import io.switchlog.contract.TwilioCommand.EndCall;
import io.switchlog.contract.TwilioCommand.PickUp;
import io.switchlog.contract.TwilioCommand.ReceiveCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShiftTest {

    private final List<CommandMessage> commands = new ArrayList<>();

    @Test
    void every_call_is_received_claimed_by_three_answered_and_ended() {
        Shift.write("demo", 0, 500, commands::add);

        assertThat(count(ReceiveCall.class)).isEqualTo(500);
        assertThat(count(ClaimCall.class)).isEqualTo(1_500);
        assertThat(count(PickUp.class)).isEqualTo(500);
        assertThat(count(EndCall.class)).isEqualTo(500);
    }

    @Test
    void never_more_calls_are_under_way_than_a_small_state_has() {
        Shift.write("demo", 0, 1_000, commands::add);

        Set<String> live = new HashSet<>();
        for (CommandMessage message : commands) {
            if (message.command() instanceof ReceiveCall received) {
                live.add(received.callSid());
            } else if (message.command() instanceof EndCall ended) {
                live.remove(ended.callSid());
            }
            assertThat(live.size()).isLessThanOrEqualTo(Shift.LIVE_CALLS + 1);
        }
    }

    @Test
    void says_where_the_shift_itself_begins() {
        Shift.Size size = Shift.write("demo", 10, 20, commands::add);

        assertThat(size.total()).isEqualTo(commands.size());
        assertThat(size.total() - size.before()).isEqualTo(20 * Shift.COMMANDS_PER_CALL);
        assertThat(commands.get((int) size.before()).command()).isInstanceOf(ReceiveCall.class);
    }

    @Test
    void no_two_commands_are_the_same() {
        Shift.write("demo", 10, 100, commands::add);

        assertThat(commands).extracting(CommandMessage::cause).doesNotHaveDuplicates();
    }

    private long count(Class<?> type) {
        return commands.stream()
                .filter(message -> type.isInstance(message.command()))
                .count();
    }
}
