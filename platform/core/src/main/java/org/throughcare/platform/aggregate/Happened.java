package org.throughcare.platform.aggregate;

import java.util.Locale;

/**
 * Something that happened to an aggregate, as a record in the past tense. Its wire name is its simple name in kebab case:
 * {@code ReleaseRecorded} travels as {@code release-recorded}. Names are unique within a service.
 */
public interface Happened {

    /** The wire name of a kind of happening: {@code ReleaseRecorded} gives {@code release-recorded}. */
    static String wireName(Class<? extends Happened> kind) {
        return kind.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
