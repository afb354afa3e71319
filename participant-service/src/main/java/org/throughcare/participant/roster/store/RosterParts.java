package org.throughcare.participant.roster.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.participant.casework.Case;
import org.throughcare.participant.casework.CaseSnapshot;
import org.throughcare.participant.custody.CustodySnapshot;
import org.throughcare.participant.identity.ParticipantSnapshot;
import org.throughcare.participant.identity.PersonName;
import org.throughcare.platform.messaging.Heard;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.store.Copy;
import org.throughcare.platform.tenancy.TenantDatabases;

/** The list of participants and what it is built from. */
@Configuration
class RosterParts {

    private static final String SELF = "participant";

    @Bean
    StoredRoster storedRoster(TenantDatabases databases) {
        return new StoredRoster(databases);
    }

    /** Each part has its source's revision, so no copy is kept to tell news from what is older. */
    private static <T> Subscription<T> hears(String aggregate, Class<T> snapshot, BiConsumer<Copy<T>, Heard> reaction) {
        return new Subscription<>(SELF, aggregate, snapshot, null, Set.of(), reaction);
    }

    @Bean
    Subscription<ParticipantSnapshot> rosterOfPersons(StoredRoster roster) {
        return hears(
                "participant",
                ParticipantSnapshot.class,
                (copy, heard) -> roster.take(
                        copy.id(),
                        "person",
                        copy.revision(),
                        person(copy.snapshot()),
                        List.of(copy.snapshot().site().toString())));
    }

    @Bean
    Subscription<CustodySnapshot> rosterOfCustody(StoredRoster roster) {
        return hears(
                "custody",
                CustodySnapshot.class,
                (copy, heard) ->
                        roster.take(copy.id(), "custody", copy.revision(), custody(copy.snapshot()), List.of()));
    }

    @Bean
    Subscription<CaseSnapshot> rosterOfCases(StoredRoster roster) {
        return hears(
                "case",
                CaseSnapshot.class,
                (copy, heard) -> roster.take(
                        copy.id(),
                        "case",
                        copy.revision(),
                        new Document("primary", copy.snapshot().primary().toString())
                                .append("open", copy.snapshot().state() == Case.State.OPEN),
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
                .append("mergedInto", p.mergedInto() == null ? null : String.valueOf(p.mergedInto()))
                .append("aliases", p.aliases().stream().map(UUID::toString).toList())
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
