package io.switchlog.gateway.session;

import io.switchlog.contract.Role;
import io.switchlog.gateway.Passwords;
import io.switchlog.gateway.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@RequestMapping(path = "/api/session", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionController {

    private final Accounts accounts;
    private final SignInAttempts attempts;
    private final PasswordEncoder passwords;

    /** Compared with when nobody has that name, so that the time an answer takes does not tell. */
    private final @Nullable String nobodysHash;

    SessionController(Accounts accounts, SignInAttempts attempts, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.nobodysHash = passwords.encode("nobody");
    }

    record Credentials(@Nullable String username, @Nullable String password) {
        /** Neither must slip into a log line. */
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    record Session(String agentId, String name, Role role, String workspace) {
        static Session of(SignedIn me) {
            return new Session(me.agentId(), me.name(), me.role(), me.workspace());
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Session signIn(@RequestBody Credentials credentials, HttpServletRequest request) {
        String username = required("username", credentials.username());
        String password = required("password", credentials.password());
        String address = request.getRemoteAddr();
        long secondsToWait = attempts.begin(username, address);
        if (secondsToWait > 0) {
            throw Problems.tryLater(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-attempts",
                    "Too many attempts",
                    "Try again in " + secondsToWait + " seconds",
                    secondsToWait);
        }
        SignedIn me = authenticate(username, password);
        attempts.succeeded(username, address);
        startSession(me, request);
        return Session.of(me);
    }

    @GetMapping
    Session current(@AuthenticationPrincipal SignedIn me) {
        return Session.of(me);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpSession session) {
        session.invalidate();
    }

    private SignedIn authenticate(String username, String password) {
        Account account = accounts.find(username).orElse(null);
        boolean matches = passwords.matches(password, account == null ? nobodysHash : account.passwordHash());
        if (account == null || !matches || !Passwords.isAcceptable(password)) {
            throw Problems.exception(Problems.of(
                    HttpStatus.UNAUTHORIZED,
                    "wrong-credentials",
                    "Wrong username or password",
                    "Nobody has this username and this password"));
        }
        return account.signedIn();
    }

    /** A session of its own, so that nobody can wait in one that they have foisted on somebody (session fixation). */
    private static void startSession(SignedIn me, HttpServletRequest request) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        SessionAccount.store(me, request.getSession(true));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw Problems.field(field, "a text that is not empty");
        }
        return value;
    }
}
