package org.throughcare.participant.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Refusal;

/**
 * What a grantee asks for in one programme from one day on, for all sites or for one.
 *
 * <p>Life: published ahead of its day, perhaps published again with other values until that day comes; from then on it
 * stays as it is, because decisions refer to it, and a change is a policy with a later day. Staff acknowledge each
 * version within the days it sets itself. Its id follows from programme, site and day, so that a day has one policy.
 */
public record ProgrammePolicy(
        UUID id,
        Programme programme,
        @Nullable UUID site,
        LocalDate effectiveFrom,
        int version,
        Instant publishedAt,
        ZoneId zone,
        PolicyValues values,
        List<Acknowledgement> acknowledgements) {

    /**
     * A staff member has read this version.
     *
     * @param id staff member and version, derived
     */
    public record Acknowledgement(UUID id, UUID staff, int version, LocalDate on, boolean late) {}

    public ProgrammePolicy {
        acknowledgements = List.copyOf(acknowledgements);
    }

    /** The one id that a policy for this programme, site and day can have. */
    public static UUID idOf(Programme programme, @Nullable UUID site, LocalDate effectiveFrom) {
        return Command.derived(
                "programme-policy", programme.name(), site == null ? "" : site.toString(), effectiveFrom.toString());
    }

    static Decision<ProgrammePolicy> publish(UUID id, Publication asked, Instant now) {
        UUID only = idOf(asked.programme(), asked.site(), asked.effectiveFrom());
        if (!only.equals(id)) {
            return Decision.refuse(new Refusal(
                    Refusal.Kind.INVALID,
                    "policy-id",
                    "A policy's id follows from programme, site and day; this one's is " + only + ".",
                    "id",
                    List.of(only.toString())));
        }
        Refusal fault = PolicyCheck.faultIn(asked.values());
        if (fault != null) {
            return Decision.refuse(fault);
        }
        return published(asked, id, 1, now, List.of());
    }

    Decision<ProgrammePolicy> publishAgain(Publication asked, Instant now) {
        if (asked.values().equals(values)) {
            return Decision.unchanged();
        }
        if (!effectiveFrom.isAfter(LocalDate.ofInstant(now, zone))) {
            return Decision.refuse(Refusal.conflict(
                    "policy-in-force",
                    "This policy is in force since " + effectiveFrom + "; publish one for a later day instead."));
        }
        Refusal fault = PolicyCheck.faultIn(asked.values());
        return fault == null ? published(asked, id, version + 1, now, acknowledgements) : Decision.refuse(fault);
    }

    private static Decision<ProgrammePolicy> published(
            Publication asked, UUID id, int version, Instant now, List<Acknowledgement> acknowledgements) {
        return Decision.accept(
                new ProgrammePolicy(
                        id,
                        asked.programme(),
                        asked.site(),
                        asked.effectiveFrom(),
                        version,
                        now,
                        asked.zone(),
                        asked.values(),
                        acknowledgements),
                new ProgrammePolicyEvent.PolicyPublished(version, asked.effectiveFrom()));
    }

    /** Late, but accepted, once the days the policy gives for it have passed since its publication. */
    Decision<ProgrammePolicy> acknowledge(UUID staff, Instant now) {
        UUID entry = Command.derived("policy-acknowledgement", staff.toString(), String.valueOf(version));
        if (acknowledgements.stream().anyMatch(a -> a.id().equals(entry))) {
            return Decision.unchanged();
        }
        LocalDate on = LocalDate.ofInstant(now, zone);
        List<Acknowledgement> all = new ArrayList<>(acknowledgements);
        all.add(new Acknowledgement(entry, staff, version, on, on.isAfter(acknowledgeBy())));
        return Decision.accept(
                new ProgrammePolicy(id, programme, site, effectiveFrom, version, publishedAt, zone, values, all),
                new ProgrammePolicyEvent.PolicyAcknowledged(staff, version));
    }

    /** The last day on which an acknowledgement of this version is in time. */
    public LocalDate acknowledgeBy() {
        return LocalDate.ofInstant(publishedAt, zone).plusDays(values.acknowledgeWithinDays());
    }

    PolicyInForce inForce() {
        return new PolicyInForce(id, version, programme, site, effectiveFrom, values);
    }

    /** What is asked to be published; {@code zone} is where its days are counted. */
    public record Publication(
            Programme programme, @Nullable UUID site, LocalDate effectiveFrom, ZoneId zone, PolicyValues values) {}
}
