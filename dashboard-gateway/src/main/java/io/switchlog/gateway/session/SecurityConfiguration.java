package io.switchlog.gateway.session;

import io.switchlog.contract.Role;
import io.switchlog.gateway.GatewaySettings;
import io.switchlog.gateway.page.ContentSecurityPolicy;
import io.switchlog.gateway.problem.ProblemWriter;
import io.switchlog.gateway.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;

/** Who may do what, and how sessions are kept: in Postgres, so that they hold whichever instance answers. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
        tableName = "gateway.spring_session",
        maxInactiveIntervalInSeconds = SecurityConfiguration.SESSION_SECONDS)
class SecurityConfiguration {

    /** A shift: whoever has asked for nothing that long signs in again. */
    static final int SESSION_SECONDS = 12 * 60 * 60;

    @Bean
    SecurityFilterChain security(
            HttpSecurity http, SessionAccount sessionAccount, ProblemWriter problems, GatewaySettings settings) {
        return http.securityContext(context -> context.securityContextRepository(sessionAccount))
                .addFilterBefore(new ForgeryGuard(settings, problems), SecurityContextHolderFilter.class)
                // Instead of a token there is the ForgeryGuard, and the cookie is SameSite=Strict.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(ContentSecurityPolicy.of(settings.twilio())))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (_, response, _) -> problems.write(Problems.notSignedIn(), response))
                        .accessDeniedHandler((_, response, _) -> problems.write(Problems.notAllowed(), response)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/api/session")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/agents")
                        .hasRole(Role.OPERATOR.name())
                        .requestMatchers(HttpMethod.PUT, "/api/agents/*/availability")
                        .hasRole(Role.SUPERVISOR.name())
                        .requestMatchers(HttpMethod.PATCH, "/api/settings")
                        .hasRole(Role.OPERATOR.name())
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    /**
     * A session is good for hours, so it is enough to know to the minute when it was last used. Else every request, most of them heartbeats,
     * would be a write that Postgres has to bring to its disk.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> lastUseToTheMinute() {
        return sessions -> sessions.setUpdateSessionQuery("""
                update %TABLE_NAME% as kept
                set session_id = used.session_id, last_access_time = used.last_access_time,
                    max_inactive_interval = used.max_inactive_interval, expiry_time = used.expiry_time,
                    principal_name = used.principal_name
                from (select ?::text as session_id, ?::bigint as last_access_time, ?::integer as max_inactive_interval,
                    ?::bigint as expiry_time, ?::text as principal_name) as used
                where primary_id = ?
                and (kept.last_access_time < used.last_access_time - 60000
                    or kept.session_id <> used.session_id
                    or kept.max_inactive_interval <> used.max_inactive_interval
                    or kept.principal_name is distinct from used.principal_name)""");
    }

    @Bean
    CookieSerializer sessionCookie(GatewaySettings settings) {
        return new SessionCookie(settings);
    }

    /** BCrypt today; the hash names its algorithm, so that a better one can follow. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
