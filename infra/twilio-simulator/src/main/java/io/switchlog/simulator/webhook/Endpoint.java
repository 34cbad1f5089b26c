package io.switchlog.simulator.webhook;

import java.net.URI;

/** Where Twilio sends a webhook, and how; the URL is absolute. */
public record Endpoint(URI url, WebhookMethod method) {
    public static Endpoint post(URI url) {
        return new Endpoint(url, WebhookMethod.POST);
    }

    /** For log lines: queries may carry what must not be logged. */
    public String withoutQuery() {
        String text = url.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }
}
