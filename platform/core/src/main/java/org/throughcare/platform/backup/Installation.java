package org.throughcare.platform.backup;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.throughcare.platform.tenancy.DatabaseNames;

/** The databases of a suite's services, without the services: they may run or not. */
final class Installation implements AutoCloseable {

    private static final int SELECTION_SECONDS = 5;

    private final String prefix;
    private final MongoClient store;
    private final MongoClient journal;

    /** @param journalUri the store's when journals have none of their own */
    Installation(String storeUri, String journalUri, String prefix) {
        this.prefix = prefix;
        this.store = open(storeUri);
        this.journal = journalUri.equals(storeUri) ? store : open(journalUri);
    }

    private static MongoClient open(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applicationName("throughcare-backup")
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .retryWrites(false)
                .applyToClusterSettings(c -> c.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .build());
    }

    /** One service's part of one grantee, with the service's control database. */
    record ServiceStore(
            String service, String grantee, MongoDatabase store, MongoDatabase journal, MongoDatabase control) {}

    /** @throws CannotBeDone when the grantee's id cannot be one */
    ServiceStore of(String service, String grantee) {
        DatabaseNames names = new DatabaseNames(prefix, service);
        try {
            return new ServiceStore(
                    service,
                    grantee,
                    store.getDatabase(names.of(grantee)),
                    journal.getDatabase(names.journalOf(grantee)),
                    store.getDatabase(names.control()));
        } catch (IllegalArgumentException notAnId) {
            throw new CannotBeDone(String.valueOf(notAnId.getMessage()));
        }
    }

    /** Those that have a control database here. */
    List<String> services() {
        Pattern control = Pattern.compile(Pattern.quote(prefix) + "_([a-z]{2,20})_control");
        List<String> services = new ArrayList<>();
        for (String name : store.listDatabaseNames()) {
            Matcher found = control.matcher(name);
            if (found.matches()) {
                services.add(found.group(1));
            }
        }
        services.sort(null);
        return services;
    }

    /** Those in the service's registry, whatever their state, that have not been removed. */
    List<String> grantees(String service) {
        List<String> grantees = new ArrayList<>();
        for (Document each : Registry.of(store.getDatabase(new DatabaseNames(prefix, service).control()))
                .all()) {
            grantees.add(each.getString("_id"));
        }
        return grantees;
    }

    /** Those of a database that are not the server's own. */
    static List<String> collections(MongoDatabase database) {
        List<String> names = new ArrayList<>();
        for (String each : database.listCollectionNames()) {
            if (!each.startsWith("system.")) {
                names.add(each);
            }
        }
        names.sort(null);
        return names;
    }

    @Override
    public void close() {
        store.close();
        if (journal != store) {
            journal.close();
        }
    }
}
