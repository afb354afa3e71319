package org.throughcare.notes.note;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How a participant was, or was to be, reached. Which of them make a contact is the programme policy's to say. */
public enum Method {
    IN_PERSON,
    VIDEO,
    PHONE,
    EMAIL,
    TEXT,
    LETTER,
    POSTCARD,
    SOCIAL_MEDIA,
    HOME_VISIT,
    SCHOOL_VISIT,
    WORK_VISIT,
    THROUGH_AGENCY;

    /** Those that this version knows; a newer policy may name others. */
    public static Set<Method> known(Collection<String> names) {
        Set<Method> known = EnumSet.noneOf(Method.class);
        names.forEach(each -> of(each).ifPresent(known::add));
        return known;
    }

    private static Optional<Method> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
