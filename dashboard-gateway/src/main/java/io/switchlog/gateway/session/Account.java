package io.switchlog.gateway.session;

import io.switchlog.contract.Role;

/**
 * Somebody who may sign in.
 *
 * @param username also the agentId; unique over all workspaces
 */
public record Account(String username, String workspace, String name, Role role, String passwordHash) {

    SignedIn signedIn() {
        return new SignedIn(username, name, role, workspace);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "Account[" + username + "]";
    }
}
