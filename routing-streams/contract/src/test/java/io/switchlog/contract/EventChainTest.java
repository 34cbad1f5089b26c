package io.switchlog.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventChainTest {

    /** The example of FIPS 180-2, appendix B.1. */
    @Test
    void the_link_is_sha_256_in_lower_case_hex() {
        assertThat(EventChain.hashOf("abc".getBytes(UTF_8)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void the_first_event_names_sixty_four_zeros() {
        assertThat(EventChain.GENESIS).hasSize(64).containsOnlyDigits().matches("0+");
    }

    @Test
    void one_changed_byte_breaks_the_chain() {
        EventMessage event = EventSamples.all().getFirst();
        byte[] stored = LogCodec.encode(event);
        byte[] forged = stored.clone();
        forged[forged.length / 2] ^= 1;

        assertThat(EventChain.hashOf(forged)).isNotEqualTo(EventChain.hashOf(stored));
    }
}
