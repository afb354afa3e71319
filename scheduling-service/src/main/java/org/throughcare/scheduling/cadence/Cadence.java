package org.throughcare.scheduling.cadence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.scheduling.known.Population;

/**
 * How often a participant is met (L3, L10, L11). Custody decides the population, policy the step; after release it tapers by
 * days. With several programmes the narrowest rhythm counts, and an exemption from one widens no other. The level of care (H5)
 * may want meetings more often; it is narrowed by no programme and widened by nothing but another level. A worker may hold or
 * widen a programme's step with a reason. Some days before a meeting is due it asks, once, for one to be booked.
 *
 * @param everyDays null when no rhythm binds
 * @param step in words, e.g. {@code released, until day 30}
 * @param nextMeetingBy the site's date
 * @param nextStepOn the first day of the taper's next step
 * @param exempt in sober living; null when not
 * @param proposedFor the due date for which a meeting was asked for already
 * @param aside a worker's word from a release that a return ended, in case the return is taken back (L15)
 */
public record Cadence(
        String participant,
        Basis basis,
        @Nullable Integer everyDays,
        String step,
        @Nullable LocalDate nextMeetingBy,
        @Nullable LocalDate nextStepOn,
        @Nullable Adjustment adjustment,
        @Nullable Adjustment exempt,
        @Nullable LocalDate proposedFor,
        @Nullable Aside aside) {

    /** A worker's word on the rhythm after this release. */
    public record Aside(LocalDate releasedOn, Adjustment adjustment) {}

    /** The programme whose meetings sober living stands in for. */
    private static final String EXEMPTED_PROGRAMME = "LEAP";

    /** Days before a due date at which a meeting is asked for, at most half the interval. */
    private static final int ASK_AHEAD = 3;

    /** Brings it in line with what others own. */
    public static Decision<Cadence> settle(Optional<Cadence> before, String participant, Basis basis, LocalDate today) {
        Cadence was = before.orElse(null);
        Cadence is = (was == null
                        ? new Cadence(participant, basis, null, "", null, null, null, null, null, null)
                        : was.on(basis))
                .worked(today);
        if (is.equals(was)) {
            return Decision.unchanged();
        }
        return Decision.accept(is.askingAnew(), new CadenceEvent.CadenceSet(is.everyDays, is.nextMeetingBy));
    }

    /** A worker's word ends with the population, and is back with a release that stands again. */
    private Cadence on(Basis now) {
        if (basis.population() == now.population()) {
            return with(now, adjustment, exempt, aside);
        }
        LocalDate ended = basis.releasedOn();
        Aside kept = ended == null || adjustment == null ? aside : new Aside(ended, adjustment);
        return kept != null && kept.releasedOn().equals(now.releasedOn())
                ? with(now, kept.adjustment(), exempt, null)
                : with(now, null, exempt, kept);
    }

    /** Once the due date is another, it may be asked for again should it come back. */
    private Cadence askingAnew() {
        return proposedFor == null || proposedFor.equals(nextMeetingBy)
                ? this
                : new Cadence(
                        participant,
                        basis,
                        everyDays,
                        step,
                        nextMeetingBy,
                        nextStepOn,
                        adjustment,
                        exempt,
                        null,
                        aside);
    }

    public Decision<Cadence> adjust(Adjustment wanted, LocalDate today) {
        Integer wider = wanted.everyDays();
        Integer programmes = programmesStep(today);
        CareRhythm care = basis.care();
        return switch (wanted.kind()) {
            case HOLD -> {
                if (programmes == null) {
                    yield Decision.refuse(Refusal.conflict("L11", "No rhythm binds now that could be held."));
                }
                Adjustment held =
                        new Adjustment(Adjustment.Kind.HOLD, programmes, wanted.reason(), wanted.by(), wanted.on());
                yield adjusted(held, exempt, wanted, today);
            }
            case WIDEN -> {
                if (wider == null || programmes == null || wider <= programmes) {
                    yield Decision.refuse(Refusal.invalid(
                            "L11", "everyDays", "A wider step is more than the present " + programmes + " days."));
                }
                if (care != null && wider > care.everyDays()) {
                    yield Decision.refuse(Refusal.invalid(
                            "H5",
                            "everyDays",
                            "The level of care asks for a meeting every " + care.everyDays()
                                    + " days; a wider step needs another level."));
                }
                yield adjusted(wanted, exempt, wanted, today);
            }
            case RESUME -> adjustment == null ? Decision.unchanged() : adjusted(null, exempt, wanted, today);
            case EXEMPT_SOBER_LIVING ->
                exempt != null ? Decision.unchanged() : adjusted(adjustment, wanted, wanted, today);
            case END_EXEMPTION -> exempt == null ? Decision.unchanged() : adjusted(adjustment, null, wanted, today);
        };
    }

    /** The visit: the taper's next step, or a meeting to ask for. */
    public Decision<Cadence> visit(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, basis.zone());
        Cadence is = worked(today);
        if (!is.equals(this)) {
            return Decision.accept(is, new CadenceEvent.CadenceStepped(is.everyDays, is.step));
        }
        LocalDate askOn = askOn();
        LocalDate by = nextMeetingBy;
        if (askOn != null && by != null && !today.isBefore(askOn)) {
            Cadence asked =
                    new Cadence(participant, basis, everyDays, step, by, nextStepOn, adjustment, exempt, by, aside);
            return Decision.accept(asked, new CadenceEvent.MeetingWanted(by));
        }
        return Decision.unchanged();
    }

    /** When the next step begins or a meeting is to be asked for, at the start of that day at the site. */
    public @Nullable Instant nextVisit() {
        LocalDate ask = askOn();
        LocalDate first = nextStepOn == null ? ask : ask == null || nextStepOn.isBefore(ask) ? nextStepOn : ask;
        return first == null ? null : first.atStartOfDay(basis.zone()).toInstant();
    }

    private static @Nullable LocalDate nextStep(Basis basis, LocalDate today) {
        LocalDate released = basis.releasedOn();
        if (released == null || basis.population() != Population.RELEASED) {
            return null;
        }
        return basis.rhythms().stream()
                .map(r -> r.nextStepOn(released, today))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private @Nullable LocalDate askOn() {
        if (nextMeetingBy == null || everyDays == null || nextMeetingBy.equals(proposedFor)) {
            return null;
        }
        return nextMeetingBy.minusDays(Math.min(ASK_AHEAD, everyDays / 2));
    }

    private Decision<Cadence> adjusted(
            @Nullable Adjustment hold, @Nullable Adjustment exemption, Adjustment why, LocalDate today) {
        Cadence is = with(basis, hold, exemption, aside).worked(today).askingAnew();
        return Decision.accept(is, new CadenceEvent.CadenceHeld(is.everyDays, why.by()));
    }

    private Cadence with(Basis on, @Nullable Adjustment hold, @Nullable Adjustment exemption, @Nullable Aside kept) {
        return new Cadence(participant, on, null, "", null, null, hold, exemption, proposedFor, kept);
    }

    private Cadence worked(LocalDate today) {
        Integer programmes = programmesStep(today);
        CareRhythm care = basis.care();
        LocalDate from = basis.lastMeetingOn() == null ? basis.anchor() : basis.lastMeetingOn();
        LocalDate next = nextStep(basis, today);
        Integer closer =
                care != null && (programmes == null || care.everyDays() < programmes) ? care.everyDays() : null;
        return new Cadence(
                participant,
                basis,
                closer == null ? programmes : closer,
                closer == null ? words(narrowest(today), next) : where() + ", by level of care",
                earlier(
                        programmes == null ? null : from.plusDays(programmes),
                        care == null ? null : care.dueAfter(from)),
                next,
                adjustment,
                exempt,
                proposedFor,
                aside);
    }

    /** What the programmes ask for, as a worker may have held or widened it. */
    private @Nullable Integer programmesStep(LocalDate today) {
        Integer policy = narrowest(today);
        Adjustment word = adjustment;
        Integer held = word == null ? null : word.everyDays();
        if (policy == null || word == null || held == null) {
            return policy;
        }
        return word.kind() == Adjustment.Kind.HOLD || held > policy ? held : policy;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null ? other : other == null || one.isBefore(other) ? one : other;
    }

    private @Nullable Integer narrowest(LocalDate today) {
        if (basis.population() == Population.RELEASED && basis.working()) {
            return null;
        }
        return basis.rhythms().stream()
                .filter(r -> exempt == null || !EXEMPTED_PROGRAMME.equals(r.id()))
                .map(r -> r.everyDays(basis.population(), basis.releasedOn(), today))
                .flatMap(Optional::stream)
                .min(Integer::compareTo)
                .orElse(null);
    }

    /** Announced, so it never tells of sober living. */
    private String words(@Nullable Integer policy, @Nullable LocalDate next) {
        String where = where();
        if (policy == null) {
            boolean found = basis.population() == Population.RELEASED && basis.working();
            return where + (found && exempt == null ? ", working" : ", as needed");
        }
        return next == null ? where : where + ", until " + next.minusDays(1);
    }

    private String where() {
        return switch (basis.population()) {
            case IN_CUSTODY -> "in custody";
            case NEAR_RELEASE -> "near release";
            case RELEASED -> "released";
        };
    }
}
