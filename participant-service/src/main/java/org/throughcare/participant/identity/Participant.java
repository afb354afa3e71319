package org.throughcare.participant.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.contact.ContactPlan;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * A person the suite supports, under one id for good.
 *
 * <p>Life: comes to be by an intake that looked for duplicates (H8) and claimed every number first; says who they are and
 * through whom they are reached (L9), corrected as that changes; moves between sites without being asked anything again
 * (N15). When it turns out that two records are one person, one becomes an alias of the other; that can be undone, since
 * nothing is re-keyed.
 *
 * @param nameKeys how the name sounds, for look-up
 * @param mergedInto the record that this one is an alias of
 */
public record Participant(
        UUID id,
        String caseNumber,
        PersonName name,
        String language,
        UUID site,
        ZoneId zone,
        SealedIdentity sealed,
        List<String> nameKeys,
        List<PriorityGround> priority,
        @Nullable Supervision supervision,
        ContactPlan contactPlan,
        Intake intake,
        boolean active,
        @Nullable UUID mergedInto) {

    /**
     * How the record came to be.
     *
     * @param notTheSameAs likely duplicates that were looked at and are other people
     */
    public record Intake(
            Instant at,
            String by,
            List<UUID> notTheSameAs,
            @Nullable String becauseTheyDiffer) {
        public Intake {
            notTheSameAs = List.copyOf(notTheSameAs);
        }
    }

    /** Who someone is, apart from how they are reached. */
    public record Identity(PersonName name, String language, SealedIdentity sealed, List<PriorityGround> priority) {
        public Identity {
            priority = priority.stream().distinct().sorted().toList();
        }
    }

    public Participant {
        nameKeys = List.copyOf(nameKeys);
        priority = List.copyOf(priority);
    }

    static Decision<Participant> takeIn(
            UUID id, CaseNumber number, Identity identity, UUID site, ZoneId zone, Intake intake) {
        Participant participant = new Participant(
                id,
                number.value(),
                identity.name(),
                identity.language(),
                site,
                zone,
                identity.sealed(),
                PhoneticKeys.of(identity.name()),
                identity.priority(),
                null,
                ContactPlan.none(),
                intake,
                true,
                null);
        return Decision.accept(participant, new ParticipantEvent.IntakeCompleted(site, number.value()));
    }

    Decision<Participant> correct(Identity identity) {
        Participant corrected = new Participant(
                id,
                caseNumber,
                identity.name(),
                identity.language(),
                site,
                zone,
                identity.sealed(),
                PhoneticKeys.of(identity.name()),
                identity.priority(),
                supervision,
                contactPlan,
                intake,
                active,
                mergedInto);
        return corrected.equals(this)
                ? Decision.unchanged()
                : Decision.accept(corrected, new ParticipantEvent.IdentityChanged());
    }

    Decision<Participant> reachBy(ContactPlan plan) {
        Refusal fault = plan.fault();
        if (fault != null) {
            return Decision.refuse(fault);
        }
        return plan.equals(contactPlan)
                ? Decision.unchanged()
                : Decision.accept(
                        with(site, zone, supervision, plan, active, mergedInto),
                        new ParticipantEvent.ContactPlanChanged());
    }

    Decision<Participant> supervise(@Nullable Supervision by) {
        LocalDate until = by == null ? null : by.until();
        if (by != null && until != null && until.isBefore(by.from())) {
            return Decision.refuse(Refusal.invalid("L14", "until", "Supervision ends after it begins."));
        }
        return Objects.equals(by, supervision)
                ? Decision.unchanged()
                : Decision.accept(
                        with(site, zone, by, contactPlan, active, mergedInto),
                        new ParticipantEvent.SupervisionChanged(by != null));
    }

    Decision<Participant> moveTo(UUID to, ZoneId there) {
        return to.equals(site)
                ? Decision.unchanged()
                : Decision.accept(
                        with(to, there, supervision, contactPlan, active, mergedInto),
                        new ParticipantEvent.ParticipantMoved(site, to));
    }

    Decision<Participant> mergeInto(UUID other) {
        if (other.equals(mergedInto)) {
            return Decision.unchanged();
        }
        if (other.equals(id) || mergedInto != null) {
            return Decision.refuse(Refusal.conflict("H8", "This record cannot be merged into that one.", "unmerge"));
        }
        return Decision.accept(
                with(site, zone, supervision, contactPlan, false, other),
                new ParticipantEvent.ParticipantMerged(other));
    }

    Decision<Participant> undoMerge() {
        UUID from = mergedInto;
        return from == null
                ? Decision.unchanged()
                : Decision.accept(
                        with(site, zone, supervision, contactPlan, true, null), new ParticipantEvent.MergeUndone(from));
    }

    private Participant with(
            UUID at,
            ZoneId there,
            @Nullable Supervision by,
            ContactPlan plan,
            boolean stillActive,
            @Nullable UUID merged) {
        return new Participant(
                id,
                caseNumber,
                name,
                language,
                at,
                there,
                sealed,
                nameKeys,
                priority,
                by,
                plan,
                intake,
                stillActive,
                merged);
    }
}
