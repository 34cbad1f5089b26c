package io.switchlog.simulator.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The body of every error that Twilio's REST answers (Twilio, "REST API: your response").
 *
 * @param status the HTTP status, repeated
 */
record TwilioError(
        int code, String message, @JsonProperty("more_info") String moreInfo, int status) {

    static TwilioError authentication() {
        return of(20003, "Authenticate", 401);
    }

    static TwilioError notFound(String path) {
        return of(20404, "The requested resource " + path + " was not found", 404);
    }

    static TwilioError notInProgress() {
        return of(21220, "Call is not in-progress. Cannot redirect.", 400);
    }

    static TwilioError invalidParameter(String message) {
        return of(20001, message, 400);
    }

    static TwilioError invalidUrl() {
        return of(21205, "Url is not a valid URL", 400);
    }

    /** Not Twilio's: says plainly that the simulator does less than Twilio would. */
    static TwilioError unmodelled(String what) {
        return of(20501, "The simulator does not model this: " + what, 501);
    }

    private static TwilioError of(int code, String message, int status) {
        return new TwilioError(code, message, "https://www.twilio.com/docs/errors/" + code, status);
    }
}
