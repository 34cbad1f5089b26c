package io.switchlog.simulator.webhook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Twilio's dates, in webhooks and in REST: RFC 2822, in UTC, such as {@code Tue, 02 Dec 2025 08:05:30 +0000}. */
public final class TwilioTime {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private TwilioTime() {}

    public static String of(Instant instant) {
        return RFC_2822.format(instant);
    }
}
