package io.switchlog.bench.phone;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a caller's leg was told to do, as far as the benches care: whom it rings.
 *
 * @param answerUrls for whom it rings, and where Twilio asks when one of them picks up; in the document's order
 */
public record Document(Map<String, URI> answerUrls) {

    private static final Pattern CLIENT =
            Pattern.compile("<Client\\b[^>]*\\burl=\"([^\"]+)\"[^>]*>\\s*<Identity>([^<]+)</Identity>");

    /** Reads TwiML of our own. */
    static Document of(String twiml) {
        Map<String, URI> urls = new LinkedHashMap<>();
        CLIENT.matcher(twiml)
                .results()
                .forEach(client ->
                        urls.put(client.group(2), URI.create(client.group(1).replace("&amp;", "&"))));
        return new Document(urls);
    }

    /** For whom it rings. */
    public List<String> agentIds() {
        return List.copyOf(answerUrls.keySet());
    }
}
