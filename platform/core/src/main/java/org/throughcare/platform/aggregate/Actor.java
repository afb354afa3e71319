package org.throughcare.platform.aggregate;

/**
 * Who acts: a staff member ({@code staff:<id>}), a partner ({@code partner:<id>}), or the suite itself reacting to
 * an event or a deadline ({@code system:<service>}).
 */
public record Actor(String value) {

    public static Actor staff(String id) {
        return new Actor("staff:" + id);
    }

    public static Actor partner(String id) {
        return new Actor("partner:" + id);
    }

    public static Actor system(String service) {
        return new Actor("system:" + service);
    }

    /** The staff member's id, or an empty string when the actor is not a staff member. */
    public String staffId() {
        return value.startsWith("staff:") ? value.substring("staff:".length()) : "";
    }

    @Override
    public String toString() {
        return value;
    }
}
