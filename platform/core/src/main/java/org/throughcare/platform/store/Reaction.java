package org.throughcare.platform.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A reaction to what was heard, watched: which copies it read, and whether it wrote anything. Of two reactions that run at the
 * same time, in two lanes or two instances, the one that saw the older copies may write last. So a reaction that wrote looks
 * at its copies again, and is run anew when one of them has moved meanwhile: the last writer has always seen the newest.
 */
public final class Reaction {

    private static final ScopedValue<Reaction> CURRENT = ScopedValue.newInstance();

    private final List<BooleanSupplier> looks = new ArrayList<>();
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
        return !wrote || looks.stream().allMatch(BooleanSupplier::getAsBoolean);
    }

    /** For stores: something was written, on the strength of what was read so far. */
    public static void wrote() {
        if (CURRENT.isBound()) {
            CURRENT.get().wrote = true;
        }
    }

    /** @param stillSo looks again whether what was read would be read again */
    static void read(BooleanSupplier stillSo) {
        if (CURRENT.isBound()) {
            CURRENT.get().looks.add(stillSo);
        }
    }
}
