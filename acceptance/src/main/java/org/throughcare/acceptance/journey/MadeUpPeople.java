package org.throughcare.acceptance.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/**
 * Made-up participants from a seed: the same people at every run. Nothing in here is about a real person. Their dates are as
 * untidy as jails': not known, moved several times, passed by while the person is still inside, or overtaken by a release that
 * nobody had announced.
 */
final class MadeUpPeople {

    /**
     * @param projected the first projected release, a day at the site; null when nobody knows it
     * @param moves what it was moved to since, the last of which stands
     * @param released when the person is out already
     * @param announced whether the jail had told of the release
     */
    record MadeUp(
            String id,
            String given,
            String family,
            LocalDate born,
            String inmateNumber,
            String phone,
            String relativeName,
            String relationship,
            String relativePhone,
            String address,
            World.SiteSpec site,
            LocalDate custodySince,
            @Nullable LocalDate projected,
            List<LocalDate> moves,
            @Nullable LocalDate released,
            boolean announced,
            boolean veteran) {}

    private final Random random;
    private final Faker faker;
    private final LocalDate today;

    MadeUpPeople(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.faker = new Faker(Locale.US, new Random(seed));
        this.today = today;
    }

    List<MadeUp> some(int count) {
        List<MadeUp> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(one(i, World.SITES.get(i % World.SITES.size())));
        }
        return people;
    }

    private MadeUp one(int number, World.SiteSpec site) {
        String family = faker.name().lastName();
        LocalDate since = today.minusDays(20 + random.nextInt(300));
        int population = number % 3;
        LocalDate projected = switch (population) {
            case 0 -> random.nextInt(5) == 0 ? null : today.plusDays(75 + random.nextInt(200));
            // One in ten should be out by now, and is not.
            case 1 ->
                random.nextInt(10) == 0
                        ? today.minusDays(1 + random.nextInt(4))
                        : today.plusDays(3 + random.nextInt(55));
            default -> today.minusDays(random.nextInt(19));
        };
        LocalDate released = population == 2 ? today.minusDays(random.nextInt(15)) : null;
        List<LocalDate> moves = population == 2 || projected == null
                ? List.of()
                : population == 0 ? moves(projected, 75, 400) : moves(projected, 3, 59);
        return new MadeUp(
                new UUID(0x0190_dddd_0000_7000L, 0x8000_0000_0000_0000L | number).toString(),
                faker.name().firstName(),
                family,
                LocalDate.of(1962 + random.nextInt(43), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                "D" + (100_000 + random.nextInt(900_000)),
                phone(),
                faker.name().firstName() + " " + family,
                List.of("mother", "sister", "uncle", "grandmother", "brother", "friend")
                        .get(random.nextInt(6)),
                phone(),
                faker.address().streetAddress() + ", " + site.town(),
                site,
                since,
                projected,
                moves,
                released,
                random.nextInt(3) > 0,
                random.nextInt(9) == 0);
    }

    /** None to three of them, back and forth, each so many days from today. */
    private List<LocalDate> moves(LocalDate projected, int least, int most) {
        List<LocalDate> moves = new ArrayList<>();
        LocalDate at = projected;
        for (int left = random.nextInt(4); left > 0 && at.isAfter(today); left--) {
            LocalDate moved = at.plusDays(random.nextInt(40) - 15L);
            if (!moved.isBefore(today.plusDays(least)) && !moved.isAfter(today.plusDays(most)) && !moved.equals(at)) {
                moves.add(moved);
                at = moved;
            }
        }
        return moves;
    }

    /** In the range that telephone companies keep for fiction. */
    private String phone() {
        return "+1-%03d-555-01%02d".formatted(200 + random.nextInt(700), random.nextInt(100));
    }
}
