package io.switchlog.simulation.twilio;

import java.util.function.Consumer;

/** Whoever takes Twilio's requests. */
public interface WebhookReceiver {

    boolean isUp();

    /**
     * Takes a request for a document.
     *
     * @param answer is called when there is one, which may be never
     */
    void fetch(Webhook.Fetch webhook, Consumer<Document> answer);

    void report(Webhook.Report webhook);
}
