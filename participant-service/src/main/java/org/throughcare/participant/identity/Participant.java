package org.throughcare.participant.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
 * nothing is re-keyed. The survivor takes the alias in first, and only then the alias points at it: whoever stands for others
 * is never an alias, and whoever is an alias stands for nobody. Each half is a rule of one record, so however many merges run
 * at once, none ends in a circle or a chain.
 *
 * @param nameKeys how the name sounds, for look-up
 * @param mergedInto the record that this one is an alias of; nothing more is written here then
 * @param aliases records that this one stands for, or is about to stand for
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
        @Nullable UUID mergedInto,
        List<UUID> aliases) {

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
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
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
                null,
                List.of());
        return Decision.accept(participant, new ParticipantEvent.IntakeCompleted(site, number.value()));
    }

    Decision<Participant> correct(Identity identity) {
        if (mergedInto != null) {
            return Decision.refuse(closed(mergedInto));
        }
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
                null,
                aliases);
        return corrected.equals(this)
                ? Decision.unchanged()
                : Decision.accept(corrected, new ParticipantEvent.IdentityChanged());
    }

    Decision<Participant> reachBy(ContactPlan plan) {
        Refusal fault = mergedInto == null ? plan.fault() : closed(mergedInto);
        if (fault != null) {
            return Decision.refuse(fault);
        }
        return plan.equals(contactPlan)
                ? Decision.unchanged()
                : Decision.accept(with(site, zone, supervision, plan), new ParticipantEvent.ContactPlanChanged());
    }

    /** L14 */
    Decision<Participant> supervise(@Nullable Supervision by) {
        Refusal fault = mergedInto != null ? closed(mergedInto) : by == null ? null : by.fault();
        if (fault != null) {
            return Decision.refuse(fault);
        }
        return Objects.equals(by, supervision)
                ? Decision.unchanged()
                : Decision.accept(
                        with(site, zone, by, contactPlan), new ParticipantEvent.SupervisionChanged(by != null));
    }

    Decision<Participant> moveTo(UUID to, ZoneId there) {
        if (mergedInto != null) {
            return Decision.refuse(closed(mergedInto));
        }
        return to.equals(site)
                ? Decision.unchanged()
                : Decision.accept(
                        with(to, there, supervision, contactPlan), new ParticipantEvent.ParticipantMoved(site, to));
    }

    /** First half of a merge (H8): this record is the one that stays. */
    Decision<Participant> standFor(UUID alias) {
        if (mergedInto != null) {
            return Decision.refuse(Refusal.invalid(
                    "H8", "into", "That record is itself an alias of " + mergedInto + "; merge into that one."));
        }
        if (alias.equals(id)) {
            return Decision.refuse(Refusal.invalid("H8", "into", "A record cannot be merged into itself."));
        }
        if (aliases.contains(alias)) {
            return Decision.unchanged();
        }
        List<UUID> more = Stream.concat(aliases.stream(), Stream.of(alias)).toList();
        return Decision.accept(merged(active, null, more), new ParticipantEvent.AliasTaken(alias));
    }

    /** The other half did not come about, or was undone. */
    Decision<Participant> standNoLongerFor(UUID alias) {
        if (!aliases.contains(alias)) {
            return Decision.unchanged();
        }
        List<UUID> fewer = aliases.stream().filter(each -> !each.equals(alias)).toList();
        return Decision.accept(merged(active, mergedInto, fewer), new ParticipantEvent.AliasGivenBack(alias));
    }

    /** Second half of a merge (H8): this record becomes an alias. */
    Decision<Participant> mergeInto(UUID other) {
        if (other.equals(mergedInto)) {
            return Decision.unchanged();
        }
        if (mergedInto != null) {
            return Decision.refuse(
                    Refusal.conflict("H8", "This record is an alias of " + mergedInto + " already.", "unmerge"));
        }
        if (!aliases.isEmpty()) {
            return Decision.refuse(Refusal.conflict(
                    "H8",
                    "This record stands for " + aliases.getFirst()
                            + ", so it cannot become an alias itself. Merge the other record into this one instead.",
                    "merge the other way round",
                    "unmerge " + aliases.getFirst()));
        }
        return Decision.accept(merged(false, other, aliases), new ParticipantEvent.ParticipantMerged(other));
    }

    Decision<Participant> undoMerge() {
        UUID from = mergedInto;
        return from == null
                ? Decision.unchanged()
                : Decision.accept(merged(true, null, aliases), new ParticipantEvent.MergeUndone(from));
    }

    /** Nothing more goes under an alias: it would be misplaced once the merge is undone. */
    static Refusal closed(UUID survivor) {
        return Refusal.conflict(
                "H8",
                "This record is an alias of " + survivor + ". Record it there, or undo the merge first.",
                "record under " + survivor,
                "unmerge");
    }

    private Participant with(UUID at, ZoneId there, @Nullable Supervision by, ContactPlan plan) {
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
                active,
                mergedInto,
                aliases);
    }

    private Participant merged(boolean stillActive, @Nullable UUID into, List<UUID> standingFor) {
        return new Participant(
                id,
                caseNumber,
                name,
                language,
                site,
                zone,
                sealed,
                nameKeys,
                priority,
                supervision,
                contactPlan,
                intake,
                stillActive,
                into,
                standingFor);
    }
}
