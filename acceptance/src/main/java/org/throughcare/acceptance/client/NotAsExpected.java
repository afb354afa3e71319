package org.throughcare.acceptance.client;

/** The suite did something else than it should. */
public final class NotAsExpected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAsExpected(String what) {
        super(what);
    }

    /** @param what it should do, in words */
    public static void expect(boolean so, String what) {
        if (!so) {
            throw new NotAsExpected("it should be so that " + what);
        }
    }
}
