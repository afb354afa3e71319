package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.policy.Programme;

/**
 * A service on record. It counts as given only on days that evidence proves (N4, N5): neither a planned end nor a duration
 * proves anything.
 *
 * @param from first day, at the site
 * @param until planned last day of a spanning service
 * @param endedOn day on which it really ended
 * @param goal the plan's goal it serves
 * @param appointment whose attendance can prove it
 * @param grounds why this level of service (C4)
 * @param justification why a service so near the exit (Y11)
 * @param by staff member who recorded it
 */
public record ServiceGiven(
        String id,
        Programme programme,
        FundSource fundSource,
        int catalogueVersion,
        String code,
        String name,
        CatalogueEntry.Level level,
        boolean qualifying,
        boolean oneDay,
        int longestDays,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable LocalDate endedOn,
        @Nullable String goal,
        @Nullable String appointment,
        @Nullable String grounds,
        @Nullable String justification,
        List<Evidence.Kind> evidenceWanted,
        List<Evidence> evidence,
        List<String> pirl,
        LocalDate recordedOn,
        String by) {

    public ServiceGiven {
        evidenceWanted = List.copyOf(evidenceWanted);
        evidence = List.copyOf(evidence);
        pirl = List.copyOf(pirl);
    }

    /** As staff entered it, by the catalogue of that day. */
    static ServiceGiven entered(
            ServiceRules.Entry entry,
            CatalogueEntry service,
            FundSource source,
            ServiceRules.Known known,
            List<Evidence> onFile) {
        return new ServiceGiven(
                entry.id(),
                entry.programme(),
                source,
                known.catalogue().version(),
                service.code(),
                service.name(),
                service.level(),
                service.qualifying(),
                service.oneDay(),
                service.longestDays(),
                entry.from(),
                entry.until(),
                null,
                entry.goal(),
                entry.appointment(),
                entry.grounds(),
                entry.justification(),
                service.evidence(),
                onFile,
                service.pirl(),
                known.today(),
                entry.by());
    }

    /** The days on which this service was given, as far as evidence of a wanted kind within its span proves it. */
    Stream<LocalDate> givenOn() {
        return evidence.stream()
                .filter(e -> evidenceWanted.contains(e.kind()))
                .map(Evidence::on)
                .filter(this::spans);
    }

    /**
     * The day on which it became complete (N3): one that spans days when it ended, a one-day service of a goal of the plan on its day, once
     * that it was given is proven. Empty while it goes on.
     */
    public Optional<LocalDate> completedOn() {
        LocalDate ended = endedOn;
        return ended == null && oneDay && goal != null
                ? givenOn().filter(from::equals).findFirst()
                : Optional.ofNullable(ended);
    }

    /** Evidence that says something else than this entry does, so that note and file disagree (N12). */
    List<Evidence> disagreeing() {
        return evidence.stream().filter(e -> !spans(e.on())).toList();
    }

    private boolean spans(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(lastPossibleDay());
    }

    /** The planned end is no proof, and no bound either: what went on longer than planned was still given. */
    private LocalDate lastPossibleDay() {
        LocalDate longest = oneDay ? from : from.plusDays(longestDays - 1L);
        return endedOn != null && endedOn.isBefore(longest) ? endedOn : longest;
    }

    ServiceGiven provenBy(Evidence proof) {
        List<Evidence> all = new ArrayList<>(
                evidence.stream().filter(e -> !e.id().equals(proof.id())).toList());
        all.add(proof);
        return with(endedOn, all);
    }

    ServiceGiven withoutEvidence(String source) {
        return with(
                endedOn, evidence.stream().filter(e -> !e.id().equals(source)).toList());
    }

    ServiceGiven ended(LocalDate on) {
        return with(on, evidence);
    }

    private ServiceGiven with(@Nullable LocalDate ended, List<Evidence> all) {
        return new ServiceGiven(
                id,
                programme,
                fundSource,
                catalogueVersion,
                code,
                name,
                level,
                qualifying,
                oneDay,
                longestDays,
                from,
                until,
                ended,
                goal,
                appointment,
                grounds,
                justification,
                evidenceWanted,
                all,
                pirl,
                recordedOn,
                by);
    }
}
