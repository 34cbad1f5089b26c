package io.switchlog.ingress.webhook;

import com.twilio.security.RequestValidator;
import io.switchlog.ingress.twiml.Links;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets through what Twilio has signed, see https://www.twilio.com/docs/usage/security#validating-requests.
 *
 * <p>The signature covers the full URL and the body's parameters. The URL is our public one, as configured: what headers say
 * of host and scheme is anybody's. The body is read here, raw, because the servlet API mixes the query's parameters into it.
 */
final class SignatureFilter extends OncePerRequestFilter {

    /** Twilio's requests are a few kilobytes; a transcription is the longest thing in them. */
    static final int LONGEST_BODY_BYTES = 64 * 1024;

    private final RequestValidator validator;
    private final String publicBaseUrl;
    private final WebhookMetrics metrics;
    private final HandlerExceptionResolver problems;

    SignatureFilter(
            RequestValidator validator,
            String publicBaseUrl,
            WebhookMetrics metrics,
            HandlerExceptionResolver problems) {
        this.validator = validator;
        this.publicBaseUrl = publicBaseUrl;
        this.metrics = metrics;
        this.problems = problems;
    }

    /** Twilio signs what it tells us, and not what it fetches for a caller to hear. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads && request.getRequestURI().equals(Links.HOLD_MUSIC);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.setAttribute(WebhookRequest.ATTRIBUTE, check(request));
        } catch (RefusedRequestException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private WebhookRequest check(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY_BYTES + 1);
        if (body.length > LONGEST_BODY_BYTES) {
            throw new RefusedRequestException(
                    HttpStatus.CONTENT_TOO_LARGE, "body: expected at most " + LONGEST_BODY_BYTES + " bytes");
        }
        String rawQuery = request.getQueryString();
        Map<String, String> form = parameters(new String(body, StandardCharsets.UTF_8));
        String url = publicBaseUrl + request.getRequestURI() + (rawQuery == null ? "" : "?" + rawQuery);
        if (!validator.validate(url, form, request.getHeader("X-Twilio-Signature"))) {
            metrics.badSignature();
            throw new RefusedRequestException(
                    HttpStatus.FORBIDDEN, "X-Twilio-Signature: expected Twilio's signature of this request");
        }
        return new WebhookRequest(request.getRequestURI(), parameters(rawQuery), form);
    }

    /** URL-encoded parameters; the last one of a name counts, as in what the validator signs. */
    private static Map<String, String> parameters(@Nullable String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return parameters;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedRequestException(
                    HttpStatus.BAD_REQUEST, "body and query: expected URL-encoded parameters");
        }
    }
}
