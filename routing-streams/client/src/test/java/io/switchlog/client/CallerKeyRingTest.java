package io.switchlog.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchlog.contract.Personal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CallerKeyRingTest {

    private static final byte[] CLEAR = "+14155550100".getBytes(StandardCharsets.UTF_8);

    private final MasterKey masterKey = new MasterKey(new byte[MasterKey.BYTES]);
    private final String pseudonym = masterKey.pseudonymOf("+14155550100");
    private final CallerKey key = CallerKey.create(masterKey, pseudonym);
    private final CallerKeyRing ring = new CallerKeyRing(masterKey);

    @Test
    void what_one_instance_seals_another_opens_once_it_has_read_the_key() {
        Personal sealed = key.seal(CLEAR);
        assertThat(ring.find(key.name())).isEmpty();

        ring.accept(key.name(), key.wrapped());

        assertThat(found(key).open(sealed)).isEqualTo(CLEAR);
        assertThat(sealed.pseudonym()).isEqualTo(pseudonym);
        assertThat(sealed.ciphertext()).doesNotContain("14155550100");
    }

    @Test
    void two_keys_of_one_caller_both_stay_valid_and_every_instance_goes_on_with_the_same() {
        CallerKey other = CallerKey.create(masterKey, pseudonym);
        CallerKeyRing elsewhere = new CallerKeyRing(masterKey);
        ring.accept(key.name(), key.wrapped());
        ring.accept(other.name(), other.wrapped());
        elsewhere.accept(other.name(), other.wrapped());
        elsewhere.accept(key.name(), key.wrapped());

        assertThat(found(key).open(key.seal(CLEAR))).isEqualTo(CLEAR);
        assertThat(found(other).open(other.seal(CLEAR))).isEqualTo(CLEAR);
        assertThat(ring.keyOf(pseudonym).orElseThrow().name())
                .isEqualTo(elsewhere.keyOf(pseudonym).orElseThrow().name());
    }

    @Test
    void a_tombstone_forgets_that_key_and_no_other() {
        CallerKey other = CallerKey.create(masterKey, pseudonym);
        ring.accept(key.name(), key.wrapped());
        ring.accept(other.name(), other.wrapped());

        ring.accept(key.name(), null);
        assertThat(ring.find(key.name())).isEmpty();
        assertThat(ring.keyOf(pseudonym).orElseThrow().name()).isEqualTo(other.name());

        ring.accept(other.name(), null);
        assertThat(ring.keyOf(pseudonym)).isEmpty();
    }

    @Test
    void a_key_wrapped_under_another_master_key_is_no_key_of_ours() {
        byte[] bytes = new byte[MasterKey.BYTES];
        Arrays.fill(bytes, (byte) 1);
        CallerKey foreign = CallerKey.create(new MasterKey(bytes), pseudonym);

        assertThatThrownBy(() -> ring.accept(foreign.name(), foreign.wrapped()))
                .isInstanceOf(UnusableRecordException.class)
                .hasMessageContaining("another master key");
    }

    @Test
    void a_key_under_another_callers_name_is_no_key_of_ours() {
        CallerKeyName stolen = new CallerKeyName(
                masterKey.pseudonymOf("+14155550199"), key.name().keyId());

        assertThatThrownBy(() -> ring.accept(stolen, key.wrapped())).isInstanceOf(UnusableRecordException.class);
    }

    @Test
    void an_altered_ciphertext_does_not_open() {
        Personal sealed = key.seal(CLEAR);
        String altered = (sealed.ciphertext().startsWith("A") ? "B" : "A")
                + sealed.ciphertext().substring(1);

        assertThatThrownBy(() -> key.open(new Personal(sealed.keyId(), sealed.pseudonym(), altered)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_name_of_a_key_survives_being_a_records_key() {
        assertThat(CallerKeyName.parse(key.name().recordKey())).isEqualTo(key.name());
        assertThatThrownBy(() -> CallerKeyName.parse("nonsense")).isInstanceOf(UnusableRecordException.class);
        assertThatThrownBy(() -> CallerKeyName.parse(null)).isInstanceOf(UnusableRecordException.class);
    }

    private CallerKey found(CallerKey wanted) {
        return ring.find(wanted.name()).orElseThrow();
    }
}
