package org.throughcare.participant.custody;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.cipher.FieldCipher;

/** Seals and opens booking numbers: they identify a person at the jail, so they stand nowhere in the open. */
public final class BookingNumbers {

    private final FieldCipher cipher;

    public BookingNumbers(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** @param kept as it is sealed already: the same number again is no news */
    @Nullable
    String seal(UUID participant, @Nullable String number, @Nullable String kept) {
        if (number == null || number.isBlank()) {
            return null;
        }
        String plain = number.strip().toUpperCase(Locale.ROOT);
        return plain.equals(open(participant, kept)) ? kept : cipher.seal(place(participant), plain);
    }

    public @Nullable String open(UUID participant, @Nullable String sealed) {
        return sealed == null ? null : cipher.open(place(participant), sealed);
    }

    private static String place(UUID participant) {
        return "custody/" + participant + "/booking-number";
    }
}
