package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.tenancy.GranteeNotReady;

@DisplayName("What passes when one waits, and what does not")
class FaultsTest {

    private static final ServerAddress SERVER = new ServerAddress("127.0.0.1");

    @Test
    @DisplayName("passes: a store that is away, one that is away behind a gateway, two writes in each other's way")
    void passing() {
        assertThat(List.of(
                        new MongoTimeoutException("no server"),
                        new MongoSocketReadException("reset", SERVER),
                        failed(1, "failed to connect to the server behind"),
                        failed(1, "the database system is shutting down"),
                        failed(16908292, "deadlock detected"),
                        failed(112, "WriteConflict error"),
                        bulk(16908292, "deadlock detected")))
                .allSatisfy(each -> assertThat(Faults.passes(new IllegalStateException(each)))
                        .isTrue());
        assertThat(Faults.passes(new GranteeNotReady("three-rivers"))).isTrue();
    }

    @Test
    @DisplayName(
            "does not pass: a duplicate key whatever its text says, a document that the store will not take, our own fault")
    void staying() {
        assertThat(List.of(
                        failed(11000, "duplicate key value: 'connection'"),
                        bulk(11000, "duplicate key value: 'deadlock detected'"),
                        failed(2, "document is too large")))
                .allSatisfy(each -> assertThat(Faults.passes(each)).isFalse());
        assertThat(Faults.passes(new IllegalStateException("connection"))).isFalse();
    }

    private static MongoException failed(int code, String message) {
        return new MongoWriteException(new WriteError(code, message, new BsonDocument()), SERVER, Set.of());
    }

    private static MongoException bulk(int code, String message) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                List.of(new BulkWriteError(code, message, new BsonDocument(), 0)),
                null,
                SERVER,
                Set.of());
    }
}
