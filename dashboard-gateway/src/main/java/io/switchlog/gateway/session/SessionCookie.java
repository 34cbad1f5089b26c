package io.switchlog.gateway.session;

import io.switchlog.gateway.GatewaySettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Names a browser's session. What cannot be the id of one is no cookie: it would be asked for in the database. */
final class SessionCookie extends DefaultCookieSerializer {

    private static final Pattern SESSION_ID = Pattern.compile("[0-9a-f-]{36}");

    SessionCookie(GatewaySettings settings) {
        setCookieName("SWITCHLOG_SESSION");
        setCookiePath("/");
        setUseHttpOnlyCookie(true);
        setSameSite("Strict");
        setUseSecureCookie(settings.sessionCookieSecure());
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return super.readCookieValues(request).stream()
                .filter(value -> SESSION_ID.matcher(value).matches())
                .toList();
    }
}
