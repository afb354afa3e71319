package org.throughcare.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;

/** Writes until it is killed, and prints what was acknowledged once it was. */
final class KilledProcess {
    private static final int WRITERS = 4;
    private static final int DOCUMENTS = 25;
    private static final int WINDOW = 50;

    private KilledProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[1]);
        if (arguments[0].equals("documents")) {
            documents(directory);
        } else {
            messages(directory);
        }
    }

    private static synchronized void promised(String what) {
        System.out.println("> " + what + " .");
    }

    private static void documents(Path directory) {
        EmbeddedDocumentStore store = EmbeddedDocumentStore.onDisk(directory, 0);
        MongoClient client = MongoClients.create(store.connectionString());
        MongoCollection<Document> cases = client.getDatabase("g1").getCollection("cases");
        for (int w = 0; w < WRITERS; w++) {
            String writer = "w" + w;
            Thread.ofPlatform().start(() -> write(cases, writer));
        }
    }

    private static void write(MongoCollection<Document> cases, String writer) {
        for (int revision = 0; ; revision++) {
            for (int d = 0; d < DOCUMENTS; d++) {
                String id = writer + "-" + d;
                if (revision == 0) {
                    cases.insertOne(new Document("_id", id)
                            .append("revision", 0)
                            .append("body", new Document("n", 0))
                            .append("outbox", List.of()));
                } else {
                    cases.updateOne(
                            and(eq("_id", id), eq("revision", revision - 1)),
                            Updates.combine(
                                    Updates.set("revision", revision),
                                    Updates.set("body.n", revision),
                                    Updates.push("outbox", revision)));
                }
                promised(id + " " + revision);
            }
        }
    }

    private static void messages(Path directory) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.onDisk(directory, 0);
        Connection connection = EmbeddedBrokerTest.connect(broker.uri(EmbeddedBroker.SERVICES));
        Channel channel = connection.createChannel();
        channel.queueDeclare("live", true, false, false, null);
        channel.confirmSelect();
        for (int window = 0; ; window++) {
            for (int i = 0; i < WINDOW; i++) {
                byte[] body = (window + "/" + i).getBytes(StandardCharsets.UTF_8);
                channel.basicPublish("", "live", MessageProperties.PERSISTENT_BASIC, body);
            }
            channel.waitForConfirmsOrDie();
            for (int i = 0; i < WINDOW; i++) {
                promised(window + "/" + i);
            }
        }
    }
}
