package io.switchlog.ingress.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class HoldMusicTest {

    private static final int LARGEST_BYTES = 300_000;

    @Test
    void anybody_may_fetch_it_and_keep_it() throws Exception {
        HttpResponse<byte[]> music = get(Map.of());

        assertThat(music.statusCode()).isEqualTo(200);
        assertThat(music.headers().firstValue("Content-Type")).contains("audio/wav");
        assertThat(music.headers().firstValue("Cache-Control")).contains("max-age=86400, public");
        assertThat(music.headers().firstValueAsLong("Content-Length")).hasValue(music.body().length);
        String etag = music.headers().firstValue("ETag").orElseThrow();
        assertThat(get(Map.of("If-None-Match", etag)).statusCode()).isEqualTo(304);
    }

    @Test
    void it_is_half_a_minute_of_telephone_audio() throws Exception {
        byte[] wav = get(Map.of()).body();
        assertThat(wav).hasSizeLessThan(LARGEST_BYTES);
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            AudioFormat format = audio.getFormat();
            assertThat(format.getEncoding()).isEqualTo(AudioFormat.Encoding.ULAW);
            assertThat(format.getSampleRate()).isEqualTo(8000);
            assertThat(format.getChannels()).isEqualTo(1);
            assertThat(audio.getFrameLength()).isEqualTo(30 * 8000);
        }
    }

    private static HttpResponse<byte[]> get(Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + WebhookServer.port() + "/twilio/hold-music.wav"));
        headers.forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }
}
