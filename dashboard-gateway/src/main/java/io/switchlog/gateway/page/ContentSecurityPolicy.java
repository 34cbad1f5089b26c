package io.switchlog.gateway.page;

import io.switchlog.gateway.GatewaySettings;

/**
 * What the dashboard may load, see https://www.w3.org/TR/CSP3/: its own scripts and styles, and nothing inline. Twilio's Voice SDK
 * talks to its own hosts (https://www.twilio.com/docs/voice/sdks/javascript#content-security-policy-csp).
 */
public final class ContentSecurityPolicy {

    private ContentSecurityPolicy() {}

    /** The value of the header. */
    public static String of(GatewaySettings.TwilioAccount twilio) {
        String device = twilio.deviceUrl() == null ? "" : " " + twilio.deviceUrl();
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self' wss://*.twilio.com https://*.twilio.com" + device,
                "media-src 'self' blob: https://*.twilio.com",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
