package org.throughcare.participant.enrolment.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids as an enrolment keeps them. */
final class Ids {

    private Ids() {}

    static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
