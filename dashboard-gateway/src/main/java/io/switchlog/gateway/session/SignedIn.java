package io.switchlog.gateway.session;

import io.switchlog.contract.Role;
import java.security.Principal;

/**
 * Who is behind a request.
 *
 * @param agentId also the name they sign in with
 */
public record SignedIn(String agentId, String name, Role role, String workspace) implements Principal {

    @Override
    public String getName() {
        return agentId;
    }
}
