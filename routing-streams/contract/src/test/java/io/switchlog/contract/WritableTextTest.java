package io.switchlog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritableTextTest {

    @Test
    void words_of_all_scripts_are_writable() {
        assertThat(WritableText.isWritable("Grüß Gott & こんにちは 👋 <b>")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\nb", "a\uffffb", "a\ufffeb", "a\ud800b", "a\udc00b"})
    void what_xml_cannot_carry_is_not_and_becomes_a_space(String text) {
        assertThat(WritableText.isWritable(text)).isFalse();
        assertThat(WritableText.of(text)).isEqualTo("a b");
    }
}
