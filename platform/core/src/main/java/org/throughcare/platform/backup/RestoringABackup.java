package org.throughcare.platform.backup;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.throughcare.platform.Settings;
import org.throughcare.platform.backup.Installation.ServiceStore;
import org.throughcare.platform.backup.Manifest.Part;
import org.throughcare.platform.backup.Manifest.Where;
import org.throughcare.platform.cipher.KeptKeys;
import org.throughcare.platform.messaging.Journal;
import org.throughcare.platform.store.Pending;
import org.throughcare.platform.store.StoreFaults;
import org.throughcare.platform.tenancy.Grantees.State;

/**
 * Puts a backup back and rolls it forward by the journal. All that could stand in the way is looked at before anything is
 * written. Meanwhile the grantee is paused in the service's registry: nobody is let in and messages wait. When a restore breaks off, the
 * grantee stays paused and the restore is begun anew, with {@code --replace}.
 */
final class RestoringABackup {

    /** Two refreshes of the registry by running instances, and what they have begun. */
    private static final Duration UNTIL_PAUSED = Duration.ofSeconds(6);

    /** Each restore leaves a document here, for auditors and for whoever rebuilds something after one. */
    static final String RESTORES = "restores";

    private static final int BATCH = 200;
    private static final int BATCH_BYTES = 8 * 1024 * 1024;
    private final ServiceStore at;
    private final Settings.Cipher cipher;
    private final Asked asked;

    /**
     * @param replace whether what the store holds may be dropped
     * @param stopped whether no instance of the service runs, so that none has to be waited for
     */
    record Asked(boolean replace, boolean stopped) {}

    /**
     * @param documents put back, of all collections
     * @param saved entries of the replaced store's outboxes that were not in the journal yet
     * @param announcedAgain entries that services will publish once more
     */
    record Outcome(
            Manifest manifest,
            long documents,
            long saved,
            RollingForward.Outcome rolled,
            LostRevisions.Outcome lost,
            long announcedAgain) {}

    RestoringABackup(ServiceStore at, Settings.Cipher cipher, Asked asked) {
        this.at = at;
        this.cipher = cipher;
        this.asked = asked;
    }

    /**
     * @param others the other services' parts of the same grantee, as far as they are here
     * @throws CannotBeDone before anything was written, or with a sentence on how to go on
     */
    Outcome restore(Path folder, List<ServiceStore> others) {
        Manifest manifest = Manifest.checked(folder);
        refuseAnothers(manifest);
        boolean keyIsHere = keyIsHere(documents(folder, manifest, "keys"));
        refuseUnlessEmpty();

        Document entry = pause(documents(folder, manifest, "grantees"));
        long saved = saveOutboxes();
        at.store().drop();
        put(folder, manifest, Where.JOURNAL, at.journal());
        indexes(manifest, Where.JOURNAL, at.journal());
        putBackControl(folder, manifest, keyIsHere);
        put(folder, manifest, Where.STORE, at.store());
        RollingForward.Outcome rolled = RollingForward.from(at, manifest.takenAt());
        // After that: read at different moments, two documents may have held one unique value for a while.
        indexes(manifest, Where.STORE, at.store());
        LostRevisions.Outcome lost = LostRevisions.raise(at, others);
        long again = AnnouncingAgain.since(at, manifest.takenAt());
        for (ServiceStore each : others) {
            again += AnnouncingAgain.since(each, manifest.takenAt());
        }
        at.store()
                .getCollection(RESTORES)
                .insertOne(new Document("_id", UUID.randomUUID().toString())
                        .append("at", new Date())
                        .append("backupTakenAt", Date.from(manifest.takenAt()))
                        .append("fromTheJournal", rolled.entries())
                        .append("notFollowed", rolled.broken())
                        .append("raised", lost.raised())
                        .append("missing", lost.missing()));
        Registry.of(at.control()).put(entry);
        return new Outcome(manifest, manifest.documents(Where.STORE), saved, rolled, lost, again);
    }

    private void refuseAnothers(Manifest manifest) {
        if (!manifest.service().equals(at.service()) || !manifest.grantee().equals(at.grantee())) {
            throw new CannotBeDone("This is a backup of " + manifest.grantee() + " in service " + manifest.service()
                    + ", not of " + at.grantee() + " in " + at.service() + ".");
        }
    }

    /** @return whether the data key that is here already is that of the backup */
    private boolean keyIsHere(List<Document> inBackup) {
        Document here =
                at.control().getCollection("keys").find(eq("_id", at.grantee())).first();
        boolean same = here != null;
        for (Document each : inBackup) {
            try {
                same &= KeptKeys.same(cipher, at.grantee(), each, here == null ? each : here);
            } catch (IllegalStateException doesNotOpen) {
                throw new CannotBeDone("Nothing was written: " + doesNotOpen.getMessage()
                        + ". Set KEY_ENCRYPTION_KEY to the key that the services had when the backup was taken.");
            }
        }
        if (here != null && !same && !asked.replace()) {
            throw new CannotBeDone("Nothing was written: service " + at.service() + " has another data key for "
                    + at.grantee() + " than the backup. With --replace the backup's takes its place, and what was"
                    + " sealed under the other cannot be read any more.");
        }
        return same;
    }

    private void refuseUnlessEmpty() {
        if (asked.replace()) {
            return;
        }
        for (String each : Installation.collections(at.store())) {
            if (at.store().getCollection(each).find().first() != null) {
                throw new CannotBeDone("The store of service " + at.service() + " for " + at.grantee()
                        + " is not empty (" + each + " has documents). Nothing was written. --replace drops what is"
                        + " there; what the journal holds of it comes back.");
            }
        }
    }

    /** @return the registry's entry as it is to be in the end */
    private Document pause(List<Document> inBackup) {
        Registry registry = Registry.of(at.control());
        Optional<Document> here = registry.find(at.grantee());
        Document entry = here.or(() -> inBackup.stream().findFirst())
                .map(Document::new)
                .orElseGet(() -> new Document("_id", at.grantee()).append("issuers", List.of()));
        registry.put(new Document(entry).append("state", State.PAUSED.name()));
        if (!asked.stopped()) {
            LockSupport.parkNanos(UNTIL_PAUSED.toNanos());
        }
        if (!State.PARKED.name().equals(entry.getString("state"))) {
            entry.append("state", State.SERVED.name());
        }
        return entry;
    }

    /** What the store that is about to be dropped has accepted and the relay has not journaled. */
    private long saveOutboxes() {
        long saved = 0;
        for (String collection : Installation.collections(at.store())) {
            List<Document> entries = new ArrayList<>();
            for (Document each : at.store().getCollection(collection).find(gt("outbox.at", new Date(0)))) {
                for (Document pending : each.getList("outbox", Document.class)) {
                    entries.add(Journal.entry(new Pending(at.grantee(), collection, each.getString("_id"), pending)));
                }
            }
            saved += insert(at.journal().getCollection("journal"), entries);
        }
        return saved;
    }

    private void putBackControl(Path folder, Manifest manifest, boolean keyIsHere) {
        for (Part part : manifest.of(Where.CONTROL)) {
            MongoCollection<Document> into = at.control().getCollection(part.collection());
            boolean replaced = part.collection().equals("keys") && !keyIsHere;
            DocumentFile.read(folder.resolve(part.file()), each -> {
                boolean there = into.find(eq("_id", each.get("_id"))).first() != null;
                if (!there || replaced) {
                    into.replaceOne(eq("_id", each.get("_id")), each, new ReplaceOptions().upsert(true));
                }
            });
        }
    }

    private void put(Path folder, Manifest manifest, Where where, MongoDatabase into) {
        for (Part part : manifest.of(where)) {
            MongoCollection<Document> collection = into.getCollection(part.collection());
            List<Document> batch = new ArrayList<>();
            int[] bytes = new int[1];
            DocumentFile.read(folder.resolve(part.file()), each -> {
                batch.add(each);
                bytes[0] += each.toString().length();
                if (batch.size() == BATCH || bytes[0] > BATCH_BYTES) {
                    insert(collection, batch);
                    batch.clear();
                    bytes[0] = 0;
                }
            });
            insert(collection, batch);
        }
    }

    /** @return how many were not there */
    private static long insert(MongoCollection<Document> into, List<Document> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        try {
            into.insertMany(batch, new InsertManyOptions().ordered(false));
            return batch.size();
        } catch (MongoBulkWriteException some) {
            if (some.getWriteErrors().stream().anyMatch(each -> each.getCode() != StoreFaults.DUPLICATE_KEY)) {
                throw some;
            }
            return batch.size() - some.getWriteErrors().size();
        }
    }

    private static void indexes(Manifest manifest, Where where, MongoDatabase in) {
        for (Part part : manifest.of(where)) {
            List<Document> indexes =
                    part.indexes().stream().map(Document::parse).toList();
            if (indexes.isEmpty()) {
                continue;
            }
            try {
                in.runCommand(new Document("createIndexes", part.collection()).append("indexes", indexes));
            } catch (MongoCommandException notUnique) {
                throw new CannotBeDone(
                        "The documents of " + part.collection() + " are back, but their indexes cannot be" + " built: "
                                + notUnique.getErrorMessage() + ". The grantee stays paused.");
            }
        }
    }

    private static List<Document> documents(Path folder, Manifest manifest, String controlCollection) {
        List<Document> documents = new ArrayList<>();
        manifest.of(Where.CONTROL).stream()
                .filter(each -> each.collection().equals(controlCollection))
                .forEach(each -> DocumentFile.read(folder.resolve(each.file()), documents::add));
        return documents;
    }
}
