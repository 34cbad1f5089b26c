package io.switchlog.simulator.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.switchlog.simulator.account.Account;
import io.switchlog.simulator.call.CallStatus;
import io.switchlog.simulator.call.Leg;
import io.switchlog.simulator.webhook.TwilioTime;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A leg as Twilio's call resource; what the simulator knows nothing of, such as the price, is null. */
record CallResource(
        String sid,
        @JsonProperty("account_sid") String accountSid,
        @JsonProperty("parent_call_sid") @Nullable String parentCallSid,
        String from,
        @JsonProperty("from_formatted") String fromFormatted,
        String to,
        @JsonProperty("to_formatted") String toFormatted,
        @JsonProperty("caller_name") @Nullable String callerName,
        CallStatus status,
        String direction,
        @JsonProperty("date_created") String dateCreated,
        @JsonProperty("date_updated") String dateUpdated,
        @JsonProperty("start_time") @Nullable String startTime,
        @JsonProperty("end_time") @Nullable String endTime,
        @Nullable String duration,
        @Nullable String price,
        @JsonProperty("price_unit") String priceUnit,
        @JsonProperty("answered_by") @Nullable String answeredBy,
        @JsonProperty("forwarded_from") @Nullable String forwardedFrom,
        @JsonProperty("phone_number_sid") @Nullable String phoneNumberSid,
        @JsonProperty("group_sid") @Nullable String groupSid,
        @JsonProperty("trunk_sid") @Nullable String trunkSid,
        @JsonProperty("queue_time") String queueTime,
        @JsonProperty("api_version") String apiVersion,
        String uri,
        @JsonProperty("subresource_uris") Map<String, String> subresourceUris) {

    static CallResource of(Leg leg, String accountSid) {
        Instant changed = leg.endedAt() != null ? leg.endedAt() : leg.answeredAt();
        return new CallResource(
                leg.callSid(),
                accountSid,
                leg.parentCallSid(),
                leg.from(),
                leg.from(),
                leg.to(),
                leg.to(),
                leg.callerName(),
                leg.status(),
                leg.direction(),
                TwilioTime.of(leg.createdAt()),
                TwilioTime.of(changed == null ? leg.createdAt() : changed),
                time(leg.answeredAt()),
                time(leg.endedAt()),
                leg.endedAt() == null ? null : Long.toString(leg.durationSeconds()),
                null,
                "USD",
                null,
                null,
                null,
                null,
                null,
                "0",
                Account.API_VERSION,
                "/" + Account.API_VERSION + "/Accounts/" + accountSid + "/Calls/" + leg.callSid() + ".json",
                Map.of());
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : TwilioTime.of(instant);
    }
}
