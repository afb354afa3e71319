package org.throughcare.scheduling.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.tenancy.GranteeDatabasePreparation;
import org.throughcare.platform.tenancy.TenantDatabases;

/** Claims are not in the journal: after a restore they are as old as the backup. */
class ClaimsAfterARestoreTest {

    @Test
    @DisplayName("an hour that was booked after the backup is not given away again after a restore")
    void madeAnew() throws Exception {
        try (Neighbours neighbours = new Neighbours()) {
            String token = neighbours.token(neighbours.worker);
            String first = neighbours.participant();
            String second = neighbours.participant();
            Instant hour = Neighbours.morning(1);
            String booked = "/appointments/" + Neighbours.id();
            await().untilAsserted(() -> assertThat(neighbours
                            .running
                            .put(booked, token, neighbours.booking(first, hour))
                            .status())
                    .isIn(200, 201));

            neighbours.inScope(() -> {
                MongoCollection<Document> claims = collection(neighbours, "claim");
                assertThat(claims.countDocuments()).isPositive();
                claims.deleteMany(new Document());
                // Of an appointment that the journal has cancelled since
                claims.insertOne(new Document("_id", "worker:" + neighbours.worker + "|" + hour)
                        .append("appointment", Neighbours.id())
                        .append("attempt", 1));
                return collection(neighbours, "restores")
                        .insertOne(new Document("_id", Neighbours.id()).append("at", new Date()));
            });
            prepare(neighbours);

            assertThat(neighbours
                            .running
                            .put("/appointments/" + Neighbours.id(), token, neighbours.booking(second, hour))
                            .status())
                    .isEqualTo(409);
            neighbours.inScope(() -> collection(neighbours, "claim").deleteMany(new Document()));
            prepare(neighbours);
            assertThat(neighbours.inScope(() -> collection(neighbours, "claim").countDocuments()))
                    .as("once for each restore")
                    .isZero();
        }
    }

    private static void prepare(Neighbours neighbours) throws Exception {
        neighbours.inScope(() -> {
            TenantDatabases databases = neighbours.running.bean(TenantDatabases.class);
            neighbours
                    .running
                    .context()
                    .getBeansOfType(GranteeDatabasePreparation.class)
                    .values()
                    .forEach(each -> each.prepare(databases.current(), databases.journal()));
            return "prepared";
        });
    }

    private static MongoCollection<Document> collection(Neighbours neighbours, String name) {
        return neighbours.running.bean(TenantDatabases.class).current().getCollection(name);
    }
}
