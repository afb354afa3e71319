package org.throughcare.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.throughcare.acceptance.badinput.Asking;
import org.throughcare.acceptance.badinput.Asking.Said;
import org.throughcare.acceptance.badinput.Description;
import org.throughcare.acceptance.badinput.Description.Operation;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.ServiceProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts more secrets where they go astray, and looks for all of them everywhere but where they belong. */
final class Hiding {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final Fleet fleet;
    private final Belongings belongings;
    private final Requests requests;
    private final Secrets secrets;
    private final Wiretap services;
    private final Wiretap partners;

    Hiding(Fleet fleet, Belongings belongings, Requests requests, Secrets secrets, Wiretap services, Wiretap partners) {
        this.fleet = fleet;
        this.belongings = belongings;
        this.requests = requests;
        this.secrets = secrets;
        this.services = services;
        this.partners = partners;
    }

    /** One that cannot be read at all, and is nobody's; one of a grantee, that its handler fails on. */
    void deadLetters() {
        services.send("", "notes.live", Ids.next(), secrets.sentence("dead letter that is no JSON"));
        services.send(
                "",
                "notes.live",
                Ids.next(),
                "{\"specversion\":\"1.0\",\"type\":\"" + secrets.word("dead letter's type") + "\"}");
        String state = secrets.word("dead letter of a grantee");
        services.send("", "notes.live", Ids.next(), """
            {"specversion":"1.0","id":"%s","source":"/grantees/%s/participant","type":"org.throughcare.participant.case-opened.v1",\
            "subject":"case/%s","time":"2026-03-02T15:00:00.000Z","revision":1,"grantee":"%s","actor":"system:test",\
            "traceparent":"","data":{"snapshot":{"team":"%s"}}}\
            """.formatted(
                        Ids.next(), Fleet.GRANTEE, Ids.next(), Fleet.GRANTEE, state));
        Awaitility.await("the dead letters are kept")
                .atMost(SOON)
                .until(() -> count("notes", "/operations/dead-letters", true) >= 1
                        && count("notes", "/operations/dead-letters", false) >= 2);
    }

    /** One that is taken, and those that are kept. */
    void partnerMessages() {
        String key = Fleet.GRANTEE + "." + belongings.id("partner") + ".";
        partners.send(
                "partner-inbox",
                key + "accepted",
                Ids.next(),
                said(",\"note\":\"" + secrets.sentence("partner's note") + "\""));
        partners.send(
                "partner-inbox",
                key + "completed",
                Ids.next(),
                said(",\"outcome\":\"" + secrets.word("partner's outcome") + "\""));
        partners.send(
                "partner-inbox", key + "accepted", Ids.next(), secrets.sentence("partner's message that is no JSON"));
        partners.send(
                "partner-inbox",
                "nobody",
                Ids.next(),
                said(",\"note\":\"" + secrets.sentence("message of no partner") + "\""));
        Awaitility.await("the partner's messages are taken and kept")
                .atMost(SOON)
                .until(() -> count("referral", "/operations/partner-messages", true) >= 2
                        && count("referral", "/operations/partner-messages", false) >= 1
                        && referral().path("state").asString("").equals("ACCEPTED"));
        belongings.post(
                "referral",
                "/referrals/" + belongings.id("referral") + "/hold",
                belongings.token(Asker.OWN),
                Map.of("reason", secrets.sentence("what staff were told"), "toldBy", "Pat"));
    }

    private String said(String more) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + Ids.next()
                + "\",\"source\":\"/p\",\"type\":\"t\",\"data\":{\"referral\":\"" + belongings.id("referral") + "\""
                + more + "}}";
    }

    private long count(String service, String path, boolean ofTheGrantee) {
        Asking asking = ofTheGrantee
                ? belongings.asking("GET", service, path, belongings.token(Asker.SYSTEM))
                : new Asking("GET", fleet.process(service + "-service").uri() + path)
                        .token(belongings.token(Asker.SYSTEM));
        return asking.said().problem().path("count").asLong(-1);
    }

    private JsonNode referral() {
        return belongings
                .asking("GET", "referral", "/referrals/" + belongings.id("referral"), belongings.token(Asker.OWN))
                .said()
                .problem();
    }

    /** Every body with each text in it replaced, and one that breaks off: whatever is wrong with it is not said by repeating it. */
    List<String> repeatedIn(ServiceProcess service, Description description) {
        List<String> repeated = new ArrayList<>();
        String word = secrets.word("input of " + service.wireName());
        for (Operation operation : description.operations()) {
            JsonNode schema = operation.body();
            if (schema == null) {
                continue;
            }
            String whole = JsonMapper.shared().writeValueAsString(description.example(schema));
            for (String body : List.of(
                    whole.replaceAll(":\\s*\"[^\"]*\"", ":\"" + word + "\""),
                    whole.replaceFirst("\\{", "{\"unknown\":\"" + word + "\","),
                    whole.replaceAll(":\\s*[0-9]+", ":\"" + word + "\""),
                    "{\"text\":" + word + "}",
                    "{\"text\":\"" + word)) {
                Said said = requests.asking(description, service.uri(), operation)
                        .token(belongings.token(Asker.ADMINISTRATOR))
                        .json(body)
                        .said();
                if (said.status() >= 400
                        && !secrets.shownIn(said.body() + said.headers()).isEmpty()) {
                    repeated.add(service.wireName() + " " + operation + " " + said.inShort());
                }
            }
        }
        return repeated;
    }

    /** Otherwise it would be no wonder that nothing is found. */
    void isReadByThoseWhoMay() {
        String person = "/participants/" + belongings.id("participant");
        String own = belongings.token(Asker.OWN);
        assertThat(secrets.shownIn(body("participant", person + "/identifiers", own)))
                .contains("social security number", "inmate number", "state id");
        assertThat(secrets.shownIn(body("notes", "/notes/" + belongings.id("note"), own)))
                .contains("note, discussion", "note, others present", "amendment of a note");
        assertThat(secrets.shownIn(referral().toString()))
                .contains("substance-use background", "partner's note", "what staff were told");
        String system = belongings.token(Asker.SYSTEM);
        JsonNode letters = belongings
                .asking("GET", "notes", "/operations/dead-letters", system)
                .said()
                .problem();
        String letter = letters.path("deadLetters").get(0).path("id").asString("");
        assertThat(secrets.shownIn(body("notes", "/operations/dead-letters/" + letter, system)))
                .contains("dead letter of a grantee");
    }

    private String body(String service, String path, String token) {
        return belongings.asking("GET", service, path, token).said().body();
    }

    /** Where each was found. */
    TreeSet<String> shownAnywhere(MongoClient client) {
        TreeSet<String> shown = new TreeSet<>();
        for (String database : fleet.databases(client)) {
            String name = database.substring(database.indexOf('_') + 1);
            for (String collection : client.getDatabase(database).listCollectionNames()) {
                for (Document each :
                        client.getDatabase(database).getCollection(collection).find()) {
                    secrets.shownIn(each.toJson()).forEach(what -> shown.add(name + "." + collection + ": " + what));
                }
            }
        }
        for (Wiretap each : List.of(services, partners)) {
            for (String message : each.heard()) {
                secrets.shownIn(message).forEach(what -> shown.add("message " + message.split(" ")[0] + ": " + what));
            }
        }
        for (ServiceProcess each : fleet.processes()) {
            String log = log(each);
            assertThat(log).as("log of " + each.service()).isNotEmpty();
            secrets.shownIn(log).forEach(what -> shown.add("log of " + each.service() + ": " + what));
            if (log.contains(Belongings.FAMILY)) {
                shown.add("log of " + each.service() + ": the name");
            }
        }
        return shown;
    }

    private static String log(ServiceProcess service) {
        try {
            return Files.readString(service.log());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
