package io.switchlog.gateway.session;

import io.switchlog.gateway.problem.ProblemWriter;
import io.switchlog.gateway.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** While Postgres is away nobody can be told who they are: they are asked to come again. Sessions are read before any controller. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
final class DatabaseGuard extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseGuard.class);

    private final ProblemWriter problems;

    DatabaseGuard(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (TransactionException | DataAccessResourceFailureException e) {
            if (response.isCommitted()) {
                throw e;
            }
            log.warn(
                    "{} {}: Postgres does not answer ({})",
                    request.getMethod(),
                    request.getRequestURI(),
                    e.getMessage());
            response.reset();
            problems.write(Problems.databaseAway(), response);
        }
    }
}
