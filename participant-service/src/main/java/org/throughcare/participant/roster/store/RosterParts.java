package org.throughcare.participant.roster.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.casework.CaseSnapshot;
import org.throughcare.participant.custody.CustodySnapshot;
import org.throughcare.participant.identity.ParticipantSnapshot;
import org.throughcare.participant.identity.PersonName;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.CopyStores;
import org.throughcare.platform.tenancy.TenantDatabases;

/** The list of participants and what it is built from. */
@Configuration
class RosterParts {

    private static final String SELF = "participant";

    @Bean
    StoredRoster storedRoster(TenantDatabases databases) {
        return new StoredRoster(databases);
    }

    @Bean
    Subscription<ParticipantSnapshot> rosterOfPersons(CopyStores copies, StoredRoster roster) {
        return Subscription.toState(
                SELF,
                "participant",
                ParticipantSnapshot.class,
                copies.of(SELF, "participant", ParticipantSnapshot.class),
                (copy, heard) -> roster.take(
                        copy.id(),
                        "person",
                        copy.revision(),
                        person(copy.snapshot()),
                        List.of(copy.snapshot().site().toString())));
    }

    @Bean
    Subscription<CustodySnapshot> rosterOfCustody(CopyStores copies, StoredRoster roster) {
        return Subscription.toState(
                SELF,
                "custody",
                CustodySnapshot.class,
                copies.of(SELF, "custody", CustodySnapshot.class),
                (copy, heard) ->
                        roster.take(copy.id(), "custody", copy.revision(), custody(copy.snapshot()), List.of()));
    }

    @Bean
    Subscription<CaseSnapshot> rosterOfCases(CopyStores copies, StoredRoster roster) {
        return Subscription.toState(
                SELF,
                "case",
                CaseSnapshot.class,
                copies.of(SELF, "case", CaseSnapshot.class),
                (copy, heard) -> roster.take(
                        copy.id(),
                        "case",
                        copy.revision(),
                        new Document("primary", copy.snapshot().primary().toString()),
                        copy.snapshot().sites().stream().map(UUID::toString).toList()));
    }

    private static Document person(ParticipantSnapshot p) {
        PersonName name = new PersonName(p.givenName(), p.familyName(), p.preferredName());
        List<String> searchable = new ArrayList<>(name.searchable());
        searchable.add(p.caseNumber().replace("-", "").toLowerCase(Locale.ROOT));
        return new Document("caseNumber", p.caseNumber())
                .append("givenName", p.givenName())
                .append("familyName", p.familyName())
                .append("preferredName", p.preferredName())
                .append("priorityOfService", p.priorityOfService())
                .append("site", p.site().toString())
                .append("active", p.active())
                .append("searchable", searchable)
                .append("sortKey", PersonName.folded(p.familyName() + " " + p.givenName()) + "|" + p.id());
    }

    private static Document custody(CustodySnapshot c) {
        CustodySnapshot.ReleaseView release = c.release();
        return new Document("population", c.population().name())
                .append("projectedRelease", text(c.projectedRelease()))
                .append("releasedOn", release != null && release.kind().released() ? text(release.on()) : null);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
