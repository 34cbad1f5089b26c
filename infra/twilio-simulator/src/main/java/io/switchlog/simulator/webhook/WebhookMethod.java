package io.switchlog.simulator.webhook;

/** The two methods with which Twilio calls a webhook. */
public enum WebhookMethod {
    GET,
    POST
}
