package io.switchlog.simulator.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

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

    static TwilioError tooManyRequests() {
        return of(20429, "Too Many Requests", 429);
    }

    /** A failure of Twilio's own; its codes are 20000 and the HTTP status, as those of 404 and 429 are. */
    static TwilioError failure(int status) {
        return of(20_000 + status, HttpStatus.valueOf(status).getReasonPhrase(), status);
    }

    /** Not Twilio's: says plainly that the simulator does less than Twilio would. */
    static TwilioError unmodelled(String what) {
        return of(20501, "The simulator does not model this: " + what, 501);
    }

    /** For filters, which answer before there is a controller. */
    void writeTo(HttpServletResponse response, JsonMapper json) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(this));
    }

    private static TwilioError of(int code, String message, int status) {
        return new TwilioError(code, message, "https://www.twilio.com/docs/errors/" + code, status);
    }
}
