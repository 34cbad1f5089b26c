package io.switchlog.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Says who is behind a request. The session holds the username alone, a plain string, so that no release of ours or of
 * Spring's makes old sessions unreadable; what the account says of its role is looked up each time, so that a change
 * holds from the next request on.
 */
@Component
class SessionAccount implements SecurityContextRepository {

    /** Spring Session keeps this attribute in a column of its own, by which sessions of one account are found. */
    private static final String USERNAME = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final Accounts accounts;

    SessionAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    static void store(SignedIn me, HttpSession session) {
        session.setAttribute(USERNAME, me.agentId());
    }

    @Override
    @Deprecated // by Spring Security, which still asks implementors for it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        accountOf(holder.getRequest())
                .map(Account::signedIn)
                .map(SessionAccount::authentication)
                .ifPresent(context::setAuthentication);
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Nothing: signing in stores the username by itself.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return accountOf(request).isPresent();
    }

    private Optional<Account> accountOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(USERNAME) instanceof String username
                ? accounts.find(username)
                : Optional.empty();
    }

    private static Authentication authentication(SignedIn me) {
        return UsernamePasswordAuthenticationToken.authenticated(
                me, null, List.of(new SimpleGrantedAuthority("ROLE_" + me.role().name())));
    }
}
