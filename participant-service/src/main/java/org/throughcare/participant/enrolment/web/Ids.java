package org.throughcare.participant.enrolment.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;

/** Ids of parts of an enrolment: the client's own, or one that every repeat of the request gets again. */
final class Ids {

    private Ids() {}

    static String orOf(@Nullable UUID own, Command command, String kind) {
        return own == null ? Command.derived(kind, command.id()).toString() : own.toString();
    }

    static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
