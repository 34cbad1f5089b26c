package io.switchlog.gateway.session;

import io.switchlog.gateway.GatewaySettings;
import io.switchlog.gateway.problem.ProblemWriter;
import io.switchlog.gateway.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that another site made a browser send. The session's cookie is SameSite=Strict already; here the second
 * line: a browser names the origin of a page that sends anything but a plain GET, and it must be our own; and a form of
 * another site cannot send JSON. A request without Origin comes from no browser, see
 * https://fetch.spec.whatwg.org/#origin-header.
 *
 * <p>Our own origin is the one that was asked for: scheme, host and port of the request, where a proxy in a private network
 * may tell the outside ones by X-Forwarded-Proto and -Host; or the one of PUBLIC_BASE_URL.
 */
final class ForgeryGuard extends OncePerRequestFilter {

    private final @Nullable String publicOrigin;
    private final ProblemWriter problems;

    ForgeryGuard(GatewaySettings settings, ProblemWriter problems) {
        URI publicBaseUrl = settings.publicBaseUrl();
        this.publicOrigin = publicBaseUrl == null
                ? null
                : origin(publicBaseUrl.getScheme(), publicBaseUrl.getHost(), publicBaseUrl.getPort());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ProblemDetail refusal = refusal(request);
        if (refusal == null) {
            chain.doFilter(request, response);
        } else {
            problems.write(refusal, response);
        }
    }

    private @Nullable ProblemDetail refusal(HttpServletRequest request) {
        if (!isOurs(request.getHeader(HttpHeaders.ORIGIN), request)) {
            return Problems.of(
                    HttpStatus.FORBIDDEN,
                    "foreign-origin",
                    "The request comes from another site",
                    "Expected the Origin header to be absent or " + ownOrigin(request));
        }
        if (hasBody(request) && !isJson(request.getContentType())) {
            return Problems.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported-media-type",
                    "The body must be JSON",
                    "Expected Content-Type: application/json");
        }
        return null;
    }

    private boolean isOurs(@Nullable String origin, HttpServletRequest request) {
        return origin == null || origin.equalsIgnoreCase(ownOrigin(request)) || origin.equalsIgnoreCase(publicOrigin);
    }

    private static String ownOrigin(HttpServletRequest request) {
        return origin(request.getScheme(), request.getServerName(), request.getServerPort());
    }

    private static String origin(String scheme, String host, int port) {
        boolean usual = port == -1 || port == (scheme.equalsIgnoreCase("https") ? 443 : 80);
        return scheme.toLowerCase(Locale.ROOT) + "://" + host.toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
    }

    /** A click has none, but may name a type all the same. */
    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentType() != null
                || request.getContentLengthLong() > 0
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
