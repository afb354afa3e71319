package org.throughcare.platform.tenancy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsCommandListener;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsConnectionPoolListener;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;
import org.throughcare.platform.Settings;

/**
 * The connections to the document store and to the journal's. No driver retries of writes: a guarded write that is retried
 * blindly would look refused; the command's own id makes our retries safe.
 */
final class StoreConnections implements AutoCloseable {

    private static final int SELECTION_SECONDS = 3;
    private static final int CONNECT_SECONDS = 2;
    private static final int ANSWER_SECONDS = 10;

    private final MongoClient store;
    private final MongoClient journal;

    StoreConnections(Settings settings, @Nullable MeterRegistry meters) {
        store = open(settings.storeUri(), settings.service(), meters);
        journal = settings.journalUriOrStore().equals(settings.storeUri())
                ? store
                : open(settings.journalUriOrStore(), settings.service(), meters);
    }

    private static MongoClient open(String uri, String service, @Nullable MeterRegistry meters) {
        MongoClientSettings.Builder client = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applicationName("throughcare-" + service)
                // Ids are text here; anything else makes the driver start an empty codec cache at every getCollection.
                .uuidRepresentation(UuidRepresentation.JAVA_LEGACY)
                .retryWrites(false)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(c -> c.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(c -> c.maxWaitTime(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(c -> c.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS));
        if (meters != null) {
            client.addCommandListener(new MongoMetricsCommandListener(meters));
            client.applyToConnectionPoolSettings(
                    c -> c.addConnectionPoolListener(new MongoMetricsConnectionPoolListener(meters)));
        }
        return MongoClients.create(client.build());
    }

    MongoDatabase store(String database) {
        return store.getDatabase(database);
    }

    MongoDatabase journal(String database) {
        return journal.getDatabase(database);
    }

    /** Both answer, or an exception says which did not. */
    void ping() {
        store.getDatabase("admin").runCommand(new Document("ping", 1));
        if (journal != store) {
            journal.getDatabase("admin").runCommand(new Document("ping", 1));
        }
    }

    @Override
    public void close() {
        store.close();
        if (journal != store) {
            journal.close();
        }
    }
}
