package org.throughcare.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.throughcare.acceptance.badinput.Asking;
import org.throughcare.acceptance.badinput.Description;
import org.throughcare.acceptance.badinput.Description.Operation;
import org.throughcare.acceptance.badinput.Routes;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.Parts;
import org.throughcare.acceptance.process.ServiceProcess;

/**
 * The whole suite, with one person's file in it: who gets in where, and what is to be read of it by somebody who has the store, the
 * broker or the logs. {@code who-may.txt} says who may; a new route needs a row there.
 */
@Tag("suite")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecurityTest {

    private static final int SHOWN = 60;

    private static final Secrets SECRETS = new Secrets();
    private static Parts parts;
    private static Fleet fleet;
    private static Wiretap services;
    private static Wiretap partners;
    private static Belongings belongings;
    private static Requests requests;

    @BeforeAll
    static void start() {
        parts = Parts.chosen();
        String partnersUri = parts.brokerUri().replaceFirst("/[^/]*$", "/partners");
        fleet = Fleet.rehearsed(
                parts,
                Map.of(
                        "THROUGHCARE_DEMO_CLOCK",
                        "true",
                        "THROUGHCARE_PARTNERS_BROKERURI",
                        partnersUri,
                        "THROUGHCARE_LIMITS_ANONYMOUSPERADDRESS",
                        "1000000",
                        "LOGGING_LEVEL_ORG_THROUGHCARE",
                        "DEBUG",
                        Routes.SETTING,
                        Routes.VALUE),
                "participant-service",
                "notes-service",
                "scheduling-service",
                "referral-service",
                "gateway");
        services = new Wiretap(parts.brokerUri(), "throughcare.events", "throughcare.bulk");
        partners = new Wiretap(partnersUri, "partner-events");
        belongings = new Belongings(fleet, SECRETS);
        requests = new Requests(belongings);
    }

    @AfterAll
    static void stop() {
        services.close();
        partners.close();
        fleet.close();
        parts.close();
    }

    @Test
    @Order(1)
    @DisplayName(
            "Every route of every service lets in whom the table lets in, and nobody else; a refusal tells nothing")
    void whoMay() {
        AccessTable table = new AccessTable();
        AskingEverybody everybody = new AskingEverybody(fleet, belongings, requests, SECRETS, table);
        TreeSet<String> routes = new TreeSet<>();
        try (MongoClient client = MongoClients.create(parts.storeUri())) {
            fleet.awaitRest();
            Map<String, Long> before = belongings.journaled(client);
            for (ServiceProcess service : fleet.processes()) {
                Description description = description(service);
                assertThat(Routes.of(service, fleet.issuer().system()))
                        .as("routes of " + service.service() + ", each of which its description must have")
                        .isEqualTo(description.routes());
                for (Operation operation : description.operations()) {
                    routes.add(service.wireName() + " " + operation);
                    everybody.ask(service, description, operation);
                }
            }
            System.out.println(everybody.told());
            everybody.wrong().stream().limit(SHOWN).forEach(each -> System.out.println("  ✗ " + each));
            assertThat(table.routes()).as("rows of the table, and routes").containsExactlyInAnyOrderElementsOf(routes);
            assertThat(everybody.wrong())
                    .as("answered otherwise than the table says")
                    .isEmpty();
            assertThat(belongings.journaled(client))
                    .as("journal entries: nobody's request did anything")
                    .isEqualTo(before);
        }
    }

    @Test
    @Order(2)
    @DisplayName("A new key of the issuer is taken after one fetch, and its former key is refused from then on")
    void keyRotation() {
        String former = belongings.token(Asker.ADMINISTRATOR);
        List<Asking> before = everywhere(former);
        before.forEach(
                each -> assertThat(each.said().status()).as(each.toString()).isEqualTo(200));
        int fetched = fleet.issuer().fetches();
        fleet.issuer().rotate();
        String next = belongings.token(Asker.ADMINISTRATOR);
        everywhere(next)
                .forEach(each ->
                        assertThat(each.said().status()).as(each.toString()).isEqualTo(200));
        everywhere(next)
                .forEach(each ->
                        assertThat(each.said().status()).as(each.toString()).isEqualTo(200));
        assertThat(fleet.issuer().fetches() - fetched)
                .as("fetches of the keys by five processes")
                .isLessThanOrEqualTo(5);
        everywhere(former)
                .forEach(each ->
                        assertThat(each.said().status()).as(each.toString()).isEqualTo(401));
    }

    @Test
    @Order(3)
    @DisplayName("Clocks may differ by half a minute, at every service and the gateway, and by no more")
    void clockSkew() {
        BadTokens tokens = new BadTokens(fleet.issuer(), Fleet.GRANTEE, belongings.id("administrator"));
        tokens.withinSkew()
                .forEach(token -> everywhere(token)
                        .forEach(each -> assertThat(each.said().status())
                                .as(each.toString())
                                .isEqualTo(200)));
        tokens.beyondSkew()
                .forEach(token -> everywhere(token)
                        .forEach(each -> assertThat(each.said().status())
                                .as(each.toString())
                                .isEqualTo(401)));
    }

    private static List<Asking> everywhere(String token) {
        List<Asking> all = new ArrayList<>();
        for (String each : List.of(
                "participant /sites",
                "notes /participants/" + belongings.id("participant") + "/notes",
                "scheduling /participants/" + belongings.id("participant") + "/tasks",
                "referral /directory/services")) {
            String[] parts = each.split(" ");
            all.add(belongings.asking("GET", parts[0], parts[1], token));
        }
        all.add(new Asking("GET", fleet.process("gateway").uri() + "/api/people/" + belongings.id("participant"))
                .token(token));
        return all;
    }

    @Test
    @Order(4)
    @DisplayName("What is sensitive is in no dump of the store, no message, no log, no dead letter and no refusal")
    void nothingToRead() {
        Hiding hiding = new Hiding(fleet, belongings, requests, SECRETS, services, partners);
        hiding.deadLetters();
        hiding.partnerMessages();
        List<String> repeated = new ArrayList<>();
        fleet.processes().forEach(each -> repeated.addAll(hiding.repeatedIn(each, description(each))));
        assertThat(repeated).as("answers that repeat what was sent").isEmpty();
        hiding.isReadByThoseWhoMay();
        try (MongoClient client = MongoClients.create(parts.storeUri())) {
            assertThat(hiding.shownAnywhere(client))
                    .as("in clear, of " + SECRETS.count())
                    .isEmpty();
        }
    }

    private static Description description(ServiceProcess service) {
        String at = service.wireName().equals("gateway") ? "/v3/api-docs/gateway" : "/v3/api-docs";
        return new Description(new Asking("GET", service.uri() + at).said().body());
    }
}
