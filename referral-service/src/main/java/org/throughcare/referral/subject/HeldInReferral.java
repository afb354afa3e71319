package org.throughcare.referral.subject;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.audit.ReadsOnRecord;
import org.throughcare.platform.subject.Cut;
import org.throughcare.referral.need.UnmetNeed;

/**
 * All that referral-service holds about one person, for that person: every referral, drafts and those entered in error included, for
 * each of them is the case's and not its writer's alone; the accounting of what exactly was told to which partner, and what was held
 * back; partners' words, also those that could not be taken; needs that nobody could meet; money asked for and spent for them; and who
 * read any of it, partners included.
 *
 * @param preparedAt on the business clock
 * @param about all ids that the person is kept under, the asked one first
 * @param cut of what there is more than this; empty when nothing was left out for being too much. Of {@code partnersWords} the latest
 *     were looked through, and {@code within} says how many name the person
 * @param notice where substance use is within: named among the kinds of information, or treatment among the needs
 * @param notWithin what is kept and not in here, in words for the person
 * @param referrals the earliest first
 * @param disclosures the earliest first
 * @param readBy the reading for this package is the last
 */
public record HeldInReferral(
        Instant preparedAt,
        List<String> about,
        List<Cut> cut,
        @Nullable String notice,
        List<String> notWithin,
        List<ReferralOnFile> referrals,
        List<ToldToAPartner> disclosures,
        List<PartnersWords.Word> partnersWords,
        List<UnmetNeed> unmetNeeds,
        List<MoneyForThem> money,
        List<ReadsOnRecord.Read> readBy) {}
