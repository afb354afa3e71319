package org.throughcare.participant.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.site.Setting;
import org.throughcare.platform.aggregate.Command;

/**
 * Everybody who works or worked on a case. Exactly one of them is primary at any time (C6): no step leads to none or two.
 */
public record Team(List<Member> members) {

    /**
     * A time on the team in one role.
     *
     * @param until the day it ended; null while it goes on
     * @param cause the release that brought it about, so that it can be taken back with it
     */
    public record Member(
            UUID id,
            UUID staff,
            TeamRole role,
            Setting setting,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable UUID cause) {

        boolean current() {
            return until == null;
        }

        Member end(LocalDate on) {
            return new Member(id, staff, role, setting, from, on, cause);
        }
    }

    public Team {
        members = List.copyOf(members);
        long primaries = members.stream()
                .filter(member -> member.current() && member.role() == TeamRole.PRIMARY)
                .count();
        if (primaries != 1) {
            throw new IllegalArgumentException("a case has exactly one primary worker, not " + primaries);
        }
    }

    static Team ledBy(UUID participant, UUID staff, Setting setting, LocalDate from) {
        return new Team(List.of(new Member(id(participant, 0), staff, TeamRole.PRIMARY, setting, from, null, null)));
    }

    public Member primary() {
        return members.stream()
                .filter(member -> member.current() && member.role() == TeamRole.PRIMARY)
                .findFirst()
                .orElseThrow();
    }

    boolean has(UUID staff) {
        return members.stream()
                .anyMatch(member -> member.current() && member.staff().equals(staff));
    }

    /** Where someone worked on this case last; inside, if they never did. */
    Setting settingOf(UUID staff) {
        return members.reversed().stream()
                .filter(member -> member.staff().equals(staff))
                .map(Member::setting)
                .findFirst()
                .orElse(Setting.JAIL);
    }

    /** @param stays role of the former primary from now on; null to leave the team */
    Team leadBy(UUID participant, UUID staff, Setting setting, LocalDate on, @Nullable TeamRole stays) {
        Member former = primary();
        List<Member> next = new ArrayList<>();
        for (Member each : members) {
            boolean ends =
                    each.current() && (each.equals(former) || each.staff().equals(staff));
            next.add(ends ? each.end(on) : each);
        }
        next.add(new Member(id(participant, next.size()), staff, TeamRole.PRIMARY, setting, on, null, null));
        if (stays != null && !former.staff().equals(staff)) {
            next.add(new Member(id(participant, next.size()), former.staff(), stays, former.setting(), on, null, null));
        }
        return new Team(next);
    }

    Team join(UUID participant, UUID staff, TeamRole role, Setting setting, LocalDate on, @Nullable UUID cause) {
        List<Member> next = new ArrayList<>(members);
        next.add(new Member(id(participant, next.size()), staff, role, setting, on, null, cause));
        return new Team(next);
    }

    /** Ends every role but the primary's. */
    Team leave(UUID staff, LocalDate on) {
        return new Team(members.stream()
                .map(each -> each.current() && each.staff().equals(staff) && each.role() != TeamRole.PRIMARY
                        ? each.end(on)
                        : each)
                .toList());
    }

    Team without(UUID cause, LocalDate on) {
        return new Team(members.stream()
                .map(each -> each.current() && cause.equals(each.cause()) ? each.end(on) : each)
                .toList());
    }

    private static UUID id(UUID participant, int place) {
        return Command.derived("team-member", participant.toString(), String.valueOf(place));
    }
}
