package io.switchlog.gateway.session;

import io.switchlog.contract.Role;
import io.switchlog.gateway.GatewaySettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in, in Postgres. */
@Component
public class Accounts {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    /** Whatever somebody typed: what cannot be a name is nobody's, and Postgres need not choke on it. */
    public Optional<Account> find(String username) {
        if (!GatewaySettings.isAgentId(username)) {
            return Optional.empty();
        }
        return jdbc.sql("select username, workspace, name, role, password_hash from gateway.account where username = ?")
                .param(username)
                .query(Accounts::account)
                .optional();
    }

    public boolean anyOperator() {
        return jdbc.sql("select exists (select from gateway.account where role = 'OPERATOR')")
                .query(Boolean.class)
                .single();
    }

    /** What {@link #put} has done. */
    public enum Put {
        CREATED,
        UPDATED,
        /** Nothing: the name is taken in another workspace. */
        TAKEN
    }

    /** Adds or replaces an account of that workspace. A new password signs out whoever came in with the old one. */
    @Transactional
    public Put put(String username, String workspace, String name, Role role, String password) {
        Optional<Account> old = find(username);
        boolean samePassword =
                old.isPresent() && passwords.matches(password, old.get().passwordHash());
        String hash = samePassword ? old.get().passwordHash() : encoded(password);
        int written = jdbc.sql("""
                        insert into gateway.account (username, workspace, name, role, password_hash) values (?, ?, ?, ?, ?)
                        on conflict (username) do update
                        set name = excluded.name, role = excluded.role, password_hash = excluded.password_hash, updated_at = now()
                        where account.workspace = excluded.workspace""")
                .params(username, workspace, name, role.name(), hash)
                .update();
        if (written == 0) {
            return Put.TAKEN;
        }
        if (old.isPresent() && !samePassword) {
            jdbc.sql("delete from gateway.spring_session where principal_name = ?")
                    .param(username)
                    .update();
        }
        return old.isPresent() ? Put.UPDATED : Put.CREATED;
    }

    /** Adds an account unless the name is taken already. */
    public void addIfAbsent(String username, String workspace, String name, Role role, String password) {
        jdbc.sql("""
                        insert into gateway.account (username, workspace, name, role, password_hash) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(username, workspace, name, role.name(), encoded(password))
                .update();
    }

    private String encoded(String password) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("a password that is there has a hash");
        }
        return hash;
    }

    private static Account account(ResultSet row, int rowNumber) throws SQLException {
        return new Account(
                row.getString("username"),
                row.getString("workspace"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("password_hash"));
    }
}
