package org.throughcare.notes.contact.messaging;

import java.util.Set;
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
import org.throughcare.platform.store.Copy;

/** What is owed follows cases, enrolments, releases and policies; what is due, and who is searched for, follows the ledger. */
@Configuration(proxyBeanMethods = false)
class ContactReactions {

    private static final String OWNER = "participant";
    private static final String RETURN_TAKEN_BACK = "return-withdrawn";
    private static final int MOST_PARTICIPANTS = 50_000;

    @Bean
    Subscription<KnownCase> hearingCases(Known.Kept kept, KeepingTheLedger ledger, ContactsDue due) {
        return Subscription.toState(OWNER, "case", KnownCase.class, kept.cases(), (copy, heard) -> {
            KnownCase file = copy.snapshot();
            ledger.owe(file.participant(), because("case", copy));
            due.assign(file.participant(), file.primary(), file.site(), copy.revision());
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
    Subscription<KnownCustody> hearingCustody(Known.Kept kept, KeepingTheLedger ledger, OpeningASearch searches) {
        return Subscription.toState(OWNER, "custody", KnownCustody.class, kept.custodies(), (copy, heard) -> {
            KnownCustody custody = copy.snapshot();
            ledger.owe(custody.participant(), because("custody", copy));
            if (heard.happened().equals(RETURN_TAKEN_BACK)) {
                custody.releasedOn()
                        .ifPresent(on -> searches.returnTakenBack(
                                custody.participant(), on, ledger.lastContact(custody.participant()), heard.eventId()));
            }
        });
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

    /** No copy is kept: the ledger itself is here, and the list takes no older revision. */
    @Bean
    Subscription<HeardLedger> hearingOwnLedgers(KeepingTheLedger ledger, ContactsDue due, OpeningASearch searches) {
        return new Subscription<>("notes", "contact-ledger", HeardLedger.class, null, Set.of(), (copy, heard) -> {
            HeardLedger is = copy.snapshot();
            if (is.closed()) {
                ledger.goOnAfter(is.participant(), is.year());
                return;
            }
            due.put(row(is, copy.revision()));
            if (is.lapseSince() != null) {
                ledger.lapseOf(is.id()).ifPresent(since -> searches.becauseOfALapse(is.participant(), since));
            }
        });
    }

    private static ContactsDue.Row row(HeardLedger is, long revision) {
        return new ContactsDue.Row(
                is.participant(),
                is.site(),
                null,
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
