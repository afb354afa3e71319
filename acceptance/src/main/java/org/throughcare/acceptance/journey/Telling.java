package org.throughcare.acceptance.journey;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.throughcare.acceptance.client.NotAsExpected;

/** Tells the journey on the screen, and waits for effects elsewhere, saying how long they took. */
final class Telling {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.US);

    private final PrintStream out;
    private int verified;

    Telling(PrintStream out) {
        this.out = out;
    }

    void chapter(int number, String title, LocalDate on) {
        out.printf("%n%d. %s (%s)%n", number, title, on.format(DAY));
    }

    void heading(String text) {
        out.printf("%n%s%n", text);
    }

    /** Something that was done and verified on the spot. */
    void line(String what) {
        verified++;
        out.println("   ✓ " + what);
    }

    void progress(String what) {
        out.println("     " + what);
    }

    /** Waits until something is so elsewhere, and tells how long after now it was. */
    <T> T after(String what, Duration atMost, Supplier<Optional<T>> seen) {
        long began = System.nanoTime();
        while (true) {
            Optional<T> found = seen.get();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            if (found.isPresent()) {
                verified++;
                out.printf("   ✓ %s  [%d ms]%n", what, took.toMillis());
                return found.get();
            }
            if (took.compareTo(atMost) > 0) {
                throw new NotAsExpected("not seen within " + atMost.toSeconds() + " s: " + what);
            }
            pause();
        }
    }

    void until(String what, Duration atMost, Supplier<Boolean> so) {
        after(what, atMost, () -> so.get() ? Optional.of(true) : Optional.empty());
    }

    int verified() {
        return verified;
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
}
