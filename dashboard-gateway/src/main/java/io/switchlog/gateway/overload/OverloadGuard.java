package io.switchlog.gateway.overload;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.switchlog.gateway.problem.ProblemWriter;
import io.switchlog.gateway.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests while so many are under way that none of them can be answered in time. Requests have virtual threads, of which
 * there are as many as one likes; without a bound thousands of them pile up in a stall of some seconds, take all memory, and
 * the stall never ends. Streams are not counted: they stay, and cost nothing while nothing happens. Nor are health and metrics, by
 * which operations see what is wrong.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OverloadGuard extends OncePerRequestFilter {

    /** At a hundredth of a second for each this is what fifty thousand a second would need. */
    private static final int AT_ONCE = 500;

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final ProblemWriter problems;
    private final Counter refused;

    OverloadGuard(ProblemWriter problems, MeterRegistry meters) {
        this.problems = problems;
        this.refused = Counter.builder("switchlog.requests.refused")
                .description("Requests that were refused since too many were under way")
                .register(meters);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/api/board/stream") || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!room.tryAcquire()) {
            refused.increment();
            problems.write(Problems.tryAgain("overloaded", "Too many requests are under way here"), response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            room.release();
        }
    }
}
