package org.throughcare.notes.contact.messaging;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.notes.contact.ContactsDue;
import org.throughcare.notes.contact.KeepingTheLedger;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.known.KnownCase;
import org.throughcare.notes.known.KnownCustody;
import org.throughcare.notes.known.KnownEnrolment;
import org.throughcare.notes.known.KnownParticipant;
import org.throughcare.notes.known.KnownPolicy;
import org.throughcare.notes.search.OpeningASearch;
import org.throughcare.platform.messaging.Heard;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Copy;

/** What is owed follows cases, enrolments, releases and policies; what is due, and who is searched for, follows the ledger. */
@Configuration(proxyBeanMethods = false)
class ContactReactions {

    private static final String OWNER = "participant";
    private static final String RETURN_TAKEN_BACK = "return-withdrawn";
    private static final int MOST_PARTICIPANTS = 50_000;

    @Bean
    Subscription<KnownCase> hearingCases(Known known, Known.Kept kept, KeepingTheLedger ledger, ContactsDue due) {
        return Subscription.toState(OWNER, "case", KnownCase.class, kept.cases(), (copy, heard) -> {
            KnownCase file = copy.snapshot();
            ledger.owe(file.participant(), because("case", heard));
            onTheList(file.participant(), copy, due);
            if (!known.survivorOf(file.participant()).equals(file.participant())) {
                onTheList(known.survivorOf(file.participant()), known, due);
            }
        });
    }

    /**
     * A merge, or its undoing (H8): what is owed and who is on whose list is worked out for every record that it touches, from
     * the copies as they are. Before there is a case, an enrolment or custody nothing is owed, and nobody is asked.
     */
    @Bean
    Subscription<KnownParticipant> hearingParticipants(
            Known known, Known.Kept kept, KeepingTheLedger ledger, ContactsDue due) {
        return Subscription.toState(
                OWNER, "participant", KnownParticipant.class, kept.participants(), (copy, heard) -> {
                    List<String> touched = known.touchedBy(copy.id());
                    if (touched.size() > 1 || known.isServed(copy.id())) {
                        touched.forEach(each -> {
                            ledger.owe(each, because("participant", heard));
                            onTheList(each, known, due);
                        });
                    }
                });
    }

    @Bean
    Subscription<KnownEnrolment> hearingEnrolments(Known.Kept kept, KeepingTheLedger ledger) {
        return Subscription.toState(
                OWNER,
                "enrolment",
                KnownEnrolment.class,
                kept.enrolments(),
                (copy, heard) -> ledger.owe(copy.snapshot().participant(), because("enrolment", heard)));
    }

    @Bean
    Subscription<KnownCustody> hearingCustody(Known.Kept kept, KeepingTheLedger ledger, OpeningASearch searches) {
        return Subscription.toState(OWNER, "custody", KnownCustody.class, kept.custodies(), (copy, heard) -> {
            KnownCustody custody = copy.snapshot();
            ledger.owe(custody.participant(), because("custody", heard));
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
                        .forEach(each -> ledger.owe(each, because("policy", heard))));
    }

    /** No copy is kept: the ledger itself is here, and the list takes no older revision. */
    @Bean
    Subscription<HeardLedger> hearingOwnLedgers(
            Known known, KeepingTheLedger ledger, ContactsDue due, OpeningASearch searches) {
        return new Subscription<>("notes", "contact-ledger", HeardLedger.class, null, Set.of(), (copy, heard) -> {
            HeardLedger is = copy.snapshot();
            if (is.closed()) {
                ledger.goOnAfter(is.participant(), is.year());
                return;
            }
            due.put(row(is, copy.revision()));
            if (!known.survivorOf(is.participant()).equals(is.participant())) {
                ledger.owe(is.participant(), because("ledger", heard));
            }
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

    /** Under an alias its own case, for the day on which the merge is undone; else the person's. */
    private static void onTheList(String participant, Known known, ContactsDue due) {
        boolean stands = known.survivorOf(participant).equals(participant);
        Optional<Copy<KnownCase>> copy =
                known.caseCopyOf(participant).filter(file -> stands || file.id().equals(participant));
        copy.ifPresentOrElse(file -> onTheList(participant, file, due), () -> due.ownCaseAlone(participant));
    }

    private static void onTheList(String participant, Copy<KnownCase> copy, ContactsDue due) {
        KnownCase file = copy.snapshot();
        due.assign(participant, copy.id(), file.primary(), file.site(), copy.revision());
    }

    /** A reaction that looks again has another event's id: what it read first may have been older than what it knows now. */
    private static String because(String what, Heard heard) {
        return what + "/" + heard.eventId();
    }
}
