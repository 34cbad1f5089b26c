package io.switchlog.simulator.rest;

import io.switchlog.simulator.account.Account;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the path of a request says before any controller has read it. */
final class RestPath {
    private static final Pattern CALL =
            Pattern.compile("/" + Account.API_VERSION + "/Accounts/[^/]+/Calls/([^/.]+)(\\.json)?");

    private RestPath() {}

    /** Whether the request is to Twilio's REST, not to the simulator's own API. */
    static boolean isOf(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/" + Account.API_VERSION + "/");
    }

    /** The leg that the request is about, if it is about one. */
    static Optional<String> callSid(HttpServletRequest request) {
        Matcher call = CALL.matcher(request.getRequestURI());
        return call.matches() ? Optional.of(call.group(1)) : Optional.empty();
    }
}
