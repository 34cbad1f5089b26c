package io.switchlog.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: {@value #MAX_PER_WINDOW} attempts per username and address in a minute, counted in Postgres, so that
 * all instances agree. An attempt is written down before the password is looked at, and so many guesses at once do not slip
 * through either.
 */
@Component
class SignInAttempts {

    static final int MAX_PER_WINDOW = 10;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    SignInAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes an attempt. Returns the seconds to wait before the next one, where this was one too many; otherwise 0. */
    long begin(String username, String address) {
        byte[] key = keyOf(username, address);
        jdbc.sql("delete from gateway.sign_in_attempt where at < clock_timestamp() - make_interval(secs => ?)")
                .param(WINDOW.toSeconds())
                .update();
        long id = jdbc.sql("insert into gateway.sign_in_attempt (key) values (?) returning id")
                .param(key)
                .query(Long.class)
                .single();
        long secondsToWait = jdbc.sql("""
                        select coalesce(ceil(extract(epoch from
                                   (array_agg(at order by id desc))[?] + make_interval(secs => ?) - clock_timestamp())), 0)::bigint
                        from gateway.sign_in_attempt where key = ? and id <= ?""")
                .params(MAX_PER_WINDOW + 1, WINDOW.toSeconds(), key, id)
                .query(Long.class)
                .single();
        if (secondsToWait <= 0) {
            return 0;
        }
        // Refused attempts do not count, or whoever comes back too early would never be let in again.
        jdbc.sql("delete from gateway.sign_in_attempt where id = ?").param(id).update();
        return secondsToWait;
    }

    void succeeded(String username, String address) {
        jdbc.sql("delete from gateway.sign_in_attempt where key = ?")
                .param(keyOf(username, address))
                .update();
    }

    private static byte[] keyOf(String username, String address) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((username + '\0' + address).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
