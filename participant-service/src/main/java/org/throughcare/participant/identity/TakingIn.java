package org.throughcare.participant.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.throughcare.participant.site.Site;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.time.BusinessClock;

/**
 * The one intake, wherever the person shows up (H8). Duplicates are looked for first, in turn with intakes of names that sound alike;
 * then the numbers are claimed, in one order; then the participant is written. When it breaks off in between, the same intake sent
 * again completes it.
 */
public final class TakingIn {

    /** @param notTheSameAs likely duplicates that staff looked at; {@code becauseTheyDiffer} says why they are others */
    public record Asked(
            UUID id,
            PersonName name,
            String language,
            UUID site,
            IdentityCipher.OpenIdentity open,
            List<PriorityGround> priority,
            List<UUID> notTheSameAs,
            @Nullable String becauseTheyDiffer) {}

    /** What became of an intake. */
    public sealed interface Outcome {

        record Answered(Result<Participant> result) implements Outcome {}

        /** Someone on record is likely the same person: use that record, or say why it is not. */
        record LikelyDuplicates(List<CheckingForDuplicates.Candidate> candidates) implements Outcome {}
    }

    private final Aggregates<Participant> participants;
    private final Aggregates<Site> sites;
    private final CheckingForDuplicates duplicates;
    private final TakingTurns turns;
    private final ClaimingNumbers numbers;
    private final IdentityCipher cipher;
    private final BusinessClock clock;

    public TakingIn(
            Aggregates<Participant> participants,
            Aggregates<Site> sites,
            CheckingForDuplicates duplicates,
            TakingTurns turns,
            ClaimingNumbers numbers,
            IdentityCipher cipher,
            BusinessClock clock) {
        this.participants = participants;
        this.sites = sites;
        this.duplicates = duplicates;
        this.turns = turns;
        this.numbers = numbers;
        this.cipher = cipher;
        this.clock = clock;
    }

    public Outcome takeIn(Command command, Asked asked) {
        @Nullable
        Site site = sites.find(asked.site().toString()).map(Stored::state).orElse(null);
        if (site == null) {
            return refused(Refusal.invalid("site", "site", "There is no such site."));
        }
        for (Identifier each : asked.open().identifiers()) {
            Refusal fault = each.fault();
            if (fault != null) {
                return refused(fault);
            }
        }
        if (participants.find(asked.id().toString()).isPresent()) {
            return new Outcome.Answered(write(command, asked, site));
        }
        // without a date of birth nobody is likely enough to be the same to be refused
        SortedSet<String> sounds =
                asked.open().dateOfBirth() == null ? new TreeSet<>() : PhoneticKeys.pairs(asked.name());
        Refusal notYet = turns.take(asked.id(), sounds);
        if (notYet != null) {
            return refused(notYet);
        }
        Outcome outcome = inTurn(command, asked, site);
        boolean onRecord =
                outcome instanceof Outcome.Answered(var result) && result.now().isPresent();
        if (!onRecord) {
            turns.giveUp(asked.id(), sounds);
        }
        return outcome;
    }

    private Outcome inTurn(Command command, Asked asked, Site site) {
        List<CheckingForDuplicates.Candidate> open = openDuplicates(asked);
        if (!open.isEmpty()) {
            return new Outcome.LikelyDuplicates(open);
        }
        Refusal taken = numbers.claimAll(asked.id(), asked.open().identifiers());
        return taken == null ? new Outcome.Answered(write(command, asked, site)) : refused(taken);
    }

    private List<CheckingForDuplicates.Candidate> openDuplicates(Asked asked) {
        boolean explained =
                asked.becauseTheyDiffer() != null && !asked.becauseTheyDiffer().isBlank();
        List<CheckingForDuplicates.Candidate> open = new ArrayList<>();
        for (CheckingForDuplicates.Candidate each :
                duplicates.check(new CheckingForDuplicates.Asked(asked.name(), asked.open(), asked.id()))) {
            if (each.likely() && !(explained && asked.notTheSameAs().contains(each.participant()))) {
                open.add(each);
            }
        }
        return open;
    }

    private Result<Participant> write(Command command, Asked asked, Site site) {
        CaseNumber number = numbers.caseNumber(asked.id());
        Participant.Identity identity = new Participant.Identity(
                asked.name(), asked.language(), cipher.seal(asked.id(), asked.open()), asked.priority());
        Participant.Intake intake = new Participant.Intake(
                clock.now(), Scope.current().actor().toString(), asked.notTheSameAs(), asked.becauseTheyDiffer());
        return participants.create(
                command,
                asked.id().toString(),
                () -> Participant.takeIn(asked.id(), number, identity, site.id(), site.zone(), intake));
    }

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Answered(new Result.Refused<>(refusal));
    }
}
