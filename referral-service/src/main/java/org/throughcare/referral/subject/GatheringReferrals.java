package org.throughcare.referral.subject;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughcare.platform.audit.ReadsOnRecord;
import org.throughcare.platform.subject.Held;
import org.throughcare.platform.subject.PartTwo;
import org.throughcare.platform.subject.Shelf;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.disclosure.Disclosure;
import org.throughcare.referral.known.InformationKind;
import org.throughcare.referral.money.Budget;
import org.throughcare.referral.need.UnmetNeed;
import org.throughcare.referral.referral.Asked;
import org.throughcare.referral.referral.Backgrounds;
import org.throughcare.referral.referral.Referral;
import org.throughcare.referral.referral.Remarks;

/** A participant asks what is held about them: everything of this service's is put into one package. */
public final class GatheringReferrals {

    private static final List<String> NOT_WITHIN = List.of(
            "The log of each single change, which is kept to show who changed what: what it led to is within.",
            "Counts and rates that are worked out from what is within, and copies of what participant-service holds.",
            "What money was asked for and spent for others from the same fund: that is theirs to ask for.");

    /** What is kept about people here. */
    public record Shelves(
            Shelf<Referral> referrals, Shelf<Disclosure> disclosures, Shelf<UnmetNeed> needs, Shelf<Budget> budgets) {}

    private final Shelves shelves;
    private final PartnersWords words;
    private final Function<UUID, Optional<String>> partnerName;
    private final Backgrounds backgrounds;
    private final Remarks remarks;
    private final ReadsOnRecord reads;
    private final BusinessClock clock;

    /** @param partnerName of a partner on record */
    public GatheringReferrals(
            Shelves shelves,
            PartnersWords words,
            Function<UUID, Optional<String>> partnerName,
            Backgrounds backgrounds,
            Remarks remarks,
            ReadsOnRecord reads,
            BusinessClock clock) {
        this.shelves = shelves;
        this.words = words;
        this.partnerName = partnerName;
        this.backgrounds = backgrounds;
        this.remarks = remarks;
        this.reads = reads;
        this.clock = clock;
    }

    /** @param ids of the person, the one that stands for them first */
    public HeldInReferral gather(List<String> ids) {
        Map<UUID, Optional<String>> names = new HashMap<>();
        Function<UUID, Optional<String>> name = partner -> names.computeIfAbsent(partner, partnerName);
        Held<ReferralOnFile> referrals = shelves.referrals()
                .of(ids)
                .map(each -> ReferralOnFile.of(
                        each, name.apply(each.asked().partner()).orElse(null), backgrounds, remarks))
                .sorted(Comparator.comparing(ReferralOnFile::at).thenComparing(ReferralOnFile::id));
        Map<UUID, ReferralOnFile> byId =
                referrals.items().stream().collect(Collectors.toMap(ReferralOnFile::id, each -> each));
        Held<ToldToAPartner> told = shelves.disclosures()
                .of(ids)
                .map(each ->
                        ToldToAPartner.of(each, name.apply(each.partner()).orElse(null), byId.get(each.referral())))
                .sorted(Comparator.comparing(ToldToAPartner::decidedAt).thenComparing(ToldToAPartner::id));
        Held<PartnersWords.Word> said =
                words.about(byId.keySet().stream().map(UUID::toString).toList());
        Held<UnmetNeed> needs = shelves.needs().of(ids).sorted(Comparator.comparing(UnmetNeed::on));
        Held<Budget> budgets = shelves.budgets().of(ids);
        Held<ReadsOnRecord.Read> readBy = reads.of(ids);
        return new HeldInReferral(
                clock.now(),
                ids,
                Stream.of(
                                referrals.cut("referrals"),
                                told.cut("disclosures"),
                                said.cut("partnersWords"),
                                needs.cut("unmetNeeds"),
                                budgets.cut("money"),
                                readBy.cut("readBy"))
                        .flatMap(each -> each)
                        .toList(),
                tellsOfSubstanceUse(referrals.items(), told.items(), needs.items()) ? PartTwo.NOTICE : null,
                NOT_WITHIN,
                referrals.items(),
                told.items(),
                said.items(),
                needs.items(),
                budgets.items().stream()
                        .flatMap(each -> MoneyForThem.of(each, ids))
                        .sorted(Comparator.comparing(each -> each.line().requestedOn()))
                        .toList(),
                readBy.items());
    }

    private static boolean tellsOfSubstanceUse(
            List<ReferralOnFile> referrals, List<ToldToAPartner> told, List<UnmetNeed> needs) {
        return Stream.of(
                                referrals.stream().map(ReferralOnFile::kind),
                                told.stream().map(ToldToAPartner::kind),
                                needs.stream().map(UnmetNeed::kind))
                        .flatMap(each -> each)
                        .anyMatch(NeedKind.TREATMENT::equals)
                || Stream.of(
                                referrals.stream().flatMap(each -> each.kinds().stream()),
                                referrals.stream()
                                        .flatMap(each -> each.background().stream())
                                        .map(Asked.Background::kind),
                                told.stream().flatMap(each -> each.kinds().stream()))
                        .flatMap(each -> each)
                        .anyMatch(InformationKind.SUBSTANCE_USE::equals);
    }
}
