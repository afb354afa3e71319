package org.throughcare.notes.known;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A case as last announced. Dates are the site's local dates. */
public record KnownCase(
        String participant,
        List<String> programmes,
        @Nullable String site,
        @Nullable String primary,
        @Nullable LocalDate primarySince,
        List<Member> team,
        @Nullable String state) {

    public record Member(
            String staff,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    public KnownCase {
        programmes = programmes == null ? List.of() : List.copyOf(programmes);
        team = team == null ? List.of() : List.copyOf(team);
    }

    public boolean closed() {
        return "CLOSED".equals(state);
    }

    /** When work on the case began: the first day anybody was on its team. */
    public Optional<LocalDate> began() {
        return team.stream()
                .map(Member::from)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .or(() -> Optional.ofNullable(primarySince));
    }
}
