package org.throughcare.notes.contact.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.notes.contact.ContactsDue;
import org.throughcare.notes.contact.KeepingTheLedger;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.known.KnownCase;
import org.throughcare.notes.known.KnownCustody;
import org.throughcare.notes.known.KnownEnrolment;
import org.throughcare.notes.known.KnownPolicy;
import org.throughcare.notes.search.OpeningASearch;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Copies;
import org.throughcare.platform.store.Copy;
import org.throughcare.platform.store.CopyStores;

/** What is owed follows cases, enrolments, releases and policies; what is due, and who is searched for, follows the ledger. */
@Configuration(proxyBeanMethods = false)
class ContactReactions {

    private static final String OWNER = "participant";
    private static final int MOST_PARTICIPANTS = 50_000;

    @Bean
    Subscription<KnownCase> hearingCases(Known.Kept kept, KeepingTheLedger ledger, ContactsDue due) {
        return Subscription.toState(OWNER, "case", KnownCase.class, kept.cases(), (copy, heard) -> {
            KnownCase file = copy.snapshot();
            ledger.owe(file.participant(), because("case", copy));
            due.assign(file.participant(), file.primary(), file.site());
        });
    }

    @Bean
    Subscription<KnownEnrolment> hearingEnrolments(Known.Kept kept, KeepingTheLedger ledger) {
        return Subscription.toState(
                OWNER,
                "enrolment",
                KnownEnrolment.class,
                kept.enrolments(),
                (copy, heard) -> ledger.owe(copy.snapshot().participant(), because("enrolment", copy)));
    }

    @Bean
    Subscription<KnownCustody> hearingCustody(Known.Kept kept, KeepingTheLedger ledger) {
        return Subscription.toState(
                OWNER,
                "custody",
                KnownCustody.class,
                kept.custodies(),
                (copy, heard) -> ledger.owe(copy.snapshot().participant(), because("custody", copy)));
    }

    @Bean
    Subscription<KnownPolicy> hearingPolicies(Known known, Known.Kept kept, KeepingTheLedger ledger) {
        return Subscription.toState(
                OWNER,
                "programme-policy",
                KnownPolicy.class,
                kept.policies(),
                (copy, heard) -> known.participantsIn(copy.snapshot().programme(), MOST_PARTICIPANTS)
                        .forEach(each -> ledger.owe(each, because("policy", copy))));
    }

    @Bean
    Copies<HeardLedger> heardLedgers(CopyStores copies) {
        return copies.of("notes", "contact-ledger", HeardLedger.class);
    }

    @Bean
    Subscription<HeardLedger> hearingOwnLedgers(
            Copies<HeardLedger> copies,
            Known known,
            KeepingTheLedger ledger,
            ContactsDue due,
            OpeningASearch searches) {
        return Subscription.toState("notes", "contact-ledger", HeardLedger.class, copies, (copy, heard) -> {
            HeardLedger is = copy.snapshot();
            if (is.closed()) {
                ledger.goOnAfter(is.participant(), is.year());
                return;
            }
            due.put(row(is, copy.revision(), known));
            if (is.lapseSince() != null) {
                searches.becauseOfALapse(is.participant(), is.lapseSince());
            }
        });
    }

    private static ContactsDue.Row row(HeardLedger is, long revision, Known known) {
        return new ContactsDue.Row(
                is.participant(),
                is.site(),
                known.caseOf(is.participant()).map(KnownCase::primary).orElse(null),
                is.zone(),
                is.year(),
                is.lastContactOn(),
                is.lastAttemptOn(),
                is.nextDueOn(),
                revision);
    }

    private static String because(String what, Copy<?> copy) {
        return what + "/" + copy.id() + "@" + copy.revision();
    }
}
