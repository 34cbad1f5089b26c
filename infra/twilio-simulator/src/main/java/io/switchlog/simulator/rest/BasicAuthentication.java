package io.switchlog.simulator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchlog.simulator.account.Account;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Lets nobody into Twilio's REST without the account's token or its API key; the simulator's own API stays open. */
@Component
@Order(1)
class BasicAuthentication extends OncePerRequestFilter {
    private final List<byte[]> expected = new ArrayList<>();
    private final JsonMapper json;

    BasicAuthentication(Account account, JsonMapper json) {
        expected.add(header(account.sid(), account.authToken()));
        if (account.apiKey() != null) {
            expected.add(header(account.apiKey().sid(), account.apiKey().secret()));
        }
        this.json = json;
    }

    private static byte[] header(String user, String password) {
        String credentials = user + ":" + password;
        return ("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8))).getBytes(UTF_8);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !RestPath.isOf(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (given != null && expected.stream().anyMatch(each -> MessageDigest.isEqual(each, given.getBytes(UTF_8)))) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Twilio API\"");
        TwilioError.authentication().writeTo(response, json);
    }
}
