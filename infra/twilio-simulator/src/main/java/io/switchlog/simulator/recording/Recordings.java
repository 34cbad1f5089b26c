package io.switchlog.simulator.recording;

import io.switchlog.simulator.account.Account;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The recordings that exist: all that is kept of one is its name, since all sound alike. */
@Component
public final class Recordings {
    private final Account account;
    private final Set<String> sids = ConcurrentHashMap.newKeySet();

    Recordings(Account account) {
        this.account = account;
    }

    public void add(String recordingSid) {
        sids.add(recordingSid);
    }

    public boolean exists(String recordingSid) {
        return sids.contains(recordingSid);
    }

    /** The URL that Twilio sends, under its own host; its path is served by the simulator's REST. */
    public String url(String recordingSid) {
        return "https://api.twilio.com/" + Account.API_VERSION + "/Accounts/" + account.sid() + "/Recordings/"
                + recordingSid;
    }
}
