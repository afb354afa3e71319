package org.throughcare.acceptance.journey;

import java.io.PrintStream;
import org.throughcare.acceptance.client.Access;
import org.throughcare.acceptance.client.NotAsExpected;

/** The eight steps, one after the other, through the gateway's public API and the partner's queue alone. */
public final class Journey {

    private final World world;
    private final PrintStream out;
    private final Telling telling;

    public Journey(Access access, PrintStream out) {
        this.world = new World(access);
        this.out = out;
        this.telling = new Telling(out);
    }

    /**
     * Runs it.
     *
     * @return whether every step was verified
     */
    public boolean run() {
        long began = System.nanoTime();
        if (!new FirstUse(world, out).prepare()) {
            return false;
        }
        telling.heading("The journey of Darnell Whitfield, who is made up, from jail intake to a year after release");
        try {
            Carried darnell = new Carried();
            new Inside(world, telling, darnell).steps();
            new WeeksInside(world, telling, darnell).steps();
            try (NearTheGate gate = new NearTheGate(world, telling, darnell)) {
                gate.step();
                new Release(world, telling, darnell, gate.partner()).step();
                new Outside(world, telling, darnell, gate.partner()).step();
            }
            new TheYearAfter(world, telling, darnell).steps();
        } catch (NotAsExpected reason) {
            out.println("   ✗ " + reason.getMessage());
            return stopped();
        } catch (RuntimeException unexpected) {
            // A fault of the client's own, or an answer that it cannot make sense of: the step is not verified either.
            out.println("   ✗ " + unexpected + " at " + unexpected.getStackTrace()[0]);
            return stopped();
        }
        out.printf(
                "%nAll eight steps verified: %d checks in %.1f s.%n",
                telling.verified(), (System.nanoTime() - began) / 1e9);
        return true;
    }

    private boolean stopped() {
        out.printf("%nThe journey stopped here, after %d checks.%n", telling.verified());
        return false;
    }
}
