package org.throughcare.platform.backup;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.throughcare.platform.backup.Installation.ServiceStore;
import org.throughcare.platform.tenancy.Grantees;
import org.throughcare.platform.tenancy.Grantees.State;

/**
 * Removes a grantee whole: its databases and journals in every service, its data keys, and whatever else a control database
 * holds of it. What stays is one line in each registry, saying that it was removed, when and by whom; it also keeps settings that
 * still name the grantee from bringing it back. Backups are files and not reached from here.
 */
final class RemovingAGrantee {

    private static final Duration UNTIL_LET_GO = Duration.ofSeconds(6);

    private RemovingAGrantee() {}

    /** @param documents of its stores, {@code journalEntries} of its journals, {@code controlEntries} of control databases */
    record Outcome(String service, long documents, long journalEntries, long controlEntries) {}

    /**
     * @param all the services' parts of the grantee
     * @param stopped whether no instance of any service runs, so that none has to be waited for
     * @throws CannotBeDone when no service knows the grantee
     */
    static List<Outcome> remove(List<ServiceStore> all, String by, boolean stopped) {
        List<ServiceStore> known = all.stream()
                .filter(each -> Registry.of(each.control()).find(each.grantee()).isPresent())
                .toList();
        if (known.isEmpty()) {
            throw new CannotBeDone("No service here knows this grantee; nothing was removed.");
        }
        known.forEach(each -> Registry.of(each.control()).set(each.grantee(), State.PARKED));
        if (!stopped) {
            LockSupport.parkNanos(UNTIL_LET_GO.toNanos());
        }
        return known.stream().map(each -> remove(each, by)).toList();
    }

    /** The registry's entry goes last: what breaks off is found and finished by asking again. */
    private static Outcome remove(ServiceStore each, String by) {
        long documents = count(each.store());
        long journalEntries = count(each.journal());
        each.store().drop();
        each.journal().drop();
        long controlEntries = 0;
        for (String name : Installation.collections(each.control())) {
            if (!name.equals(Registry.COLLECTION)) {
                controlEntries += each.control()
                        .getCollection(name)
                        .deleteMany(Registry.of(each.grantee()))
                        .getDeletedCount();
            }
        }
        Registry.of(each.control())
                .put(new Document("_id", each.grantee())
                        .append("state", Grantees.REMOVED)
                        .append("removedAt", new Date())
                        .append("removedBy", by)
                        .append("documents", documents)
                        .append("journalEntries", journalEntries)
                        .append("controlEntries", controlEntries));
        return new Outcome(each.service(), documents, journalEntries, controlEntries);
    }

    private static long count(MongoDatabase database) {
        return Installation.collections(database).stream()
                .mapToLong(name -> database.getCollection(name).countDocuments())
                .sum();
    }
}
