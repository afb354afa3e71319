package org.throughcare.platform.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A reaction to what was heard, watched: which copies it read, and whether it wrote anything. Of two reactions that run at the
 * same time, in two lanes or two instances, the one that saw the older copies may write last. So a reaction that wrote looks
 * at its copies again, and is run anew when one of them has moved meanwhile: the last writer has always seen the newest.
 * While it runs it reads each copy once, and so sees them all as they were at one time.
 */
public final class Reaction {

    private static final ScopedValue<Reaction> CURRENT = ScopedValue.newInstance();

    private final Map<String, Object> seen = new HashMap<>();
    private final Map<String, BooleanSupplier> looks = new LinkedHashMap<>();
    private boolean wrote;

    private Reaction() {}

    /** Runs the reaction on this thread and watches what it does. */
    public static Reaction watching(Runnable reaction) {
        Reaction watched = new Reaction();
        ScopedValue.where(CURRENT, watched).run(reaction);
        return watched;
    }

    /** Whether what it wrote rests on what still is so. With nothing written there is nothing to take back. */
    public boolean stands() {
        return !wrote || looks.values().stream().allMatch(BooleanSupplier::getAsBoolean);
    }

    /** For stores: something was written, on the strength of what was read so far. */
    public static void wrote() {
        if (CURRENT.isBound()) {
            CURRENT.get().wrote = true;
        }
    }

    /** What this reaction has read under this name, or reads now; always anew outside a reaction. */
    @SuppressWarnings("unchecked")
    static <V> V once(String name, Supplier<V> read) {
        return CURRENT.isBound() ? (V) CURRENT.get().seen.computeIfAbsent(name, key -> read.get()) : read.get();
    }

    /**
     * @param what names what was read; only the first look at it counts
     * @param stillSo looks again whether it would be read again
     */
    static void read(String what, BooleanSupplier stillSo) {
        if (CURRENT.isBound()) {
            CURRENT.get().looks.putIfAbsent(what, stillSo);
        }
    }
}
