package io.switchlog.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MasterKeyTest {

    private final MasterKey masterKey = new MasterKey(new byte[MasterKey.BYTES]);

    /** Pseudonyms stand in the log for ever. This one was computed by other means (HKDF and HMAC of Python). */
    @Test
    void a_pseudonym_never_changes() {
        assertThat(masterKey.pseudonymOf("+14155550100")).isEqualTo("eb4137bbac8c65c3751cc139951008ba");
    }

    @Test
    void blanks_around_a_number_make_no_other_caller() {
        assertThat(masterKey.pseudonymOf(" +14155550100\n")).isEqualTo(masterKey.pseudonymOf("+14155550100"));
    }

    @Test
    void another_number_or_another_master_key_makes_another_pseudonym() {
        byte[] other = new byte[MasterKey.BYTES];
        Arrays.fill(other, (byte) 1);

        assertThat(masterKey.pseudonymOf("+14155550100"))
                .isNotEqualTo(masterKey.pseudonymOf("+14155550101"))
                .isNotEqualTo(new MasterKey(other).pseudonymOf("+14155550100"));
    }

    @Test
    void a_master_key_of_another_length_is_refused_without_being_shown() {
        assertThatThrownBy(() -> new MasterKey(new byte[16]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("master key: expected 32 bytes, but there are 16");
    }
}
