package org.throughcare.scheduling;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.throughcare.scheduling.booking.ClaimKey;
import org.throughcare.scheduling.booking.Claims;

/** Claims in memory, one atomic step per claim as in the store. */
public final class InMemoryClaims implements Claims {

    private final Map<ClaimKey, Hold> held = new ConcurrentHashMap<>();

    public Map<ClaimKey, Hold> held() {
        return held;
    }

    @Override
    public Optional<Held> take(Hold hold, List<ClaimKey> inOrder) {
        for (ClaimKey key : inOrder) {
            boolean mine = false;
            while (!mine) {
                Hold by = held.putIfAbsent(key, hold);
                if (by == null || by.equals(hold)) {
                    mine = true;
                } else if (!by.appointment().equals(hold.appointment()) || by.attempt() > hold.attempt()) {
                    return Optional.of(new Held(key, by));
                } else {
                    mine = held.replace(key, by, hold);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean replace(Held stale, Hold hold) {
        return held.replace(stale.key(), stale.by(), hold);
    }

    @Override
    public void giveBack(Hold hold, Collection<ClaimKey> keys) {
        for (ClaimKey key : keys) {
            held.computeIfPresent(
                    key,
                    (k, by) ->
                            by.appointment().equals(hold.appointment()) && by.attempt() <= hold.attempt() ? null : by);
        }
    }
}
