package org.throughcare.testing;

import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What tests over random histories have in common: seeds, and zones whose days are not alike. */
public final class RandomHistories {

    /** Havana, Santiago, Cairo and Beirut have days that begin at one in the morning; others move by half an hour or lie near the date line. */
    public static final List<ZoneId> ZONES = Stream.of(
                    "America/Chicago",
                    "America/New_York",
                    "America/Havana",
                    "America/Santiago",
                    "Africa/Cairo",
                    "Asia/Beirut",
                    "Asia/Kathmandu",
                    "Australia/Lord_Howe",
                    "Pacific/Auckland",
                    "Pacific/Kiritimati",
                    "Pacific/Pago_Pago",
                    "America/St_Johns")
            .map(ZoneId::of)
            .toList();

    private RandomHistories() {}

    /** Some that are the same in every run and some that are new; with {@code -Dseed} that one alone, to look at it again. */
    public static LongStream seeds(int same, int fresh) {
        String given = System.getProperty("seed");
        return given != null
                ? LongStream.of(Long.parseLong(given))
                : LongStream.concat(LongStream.range(0, same), new Random().longs(fresh));
    }
}
