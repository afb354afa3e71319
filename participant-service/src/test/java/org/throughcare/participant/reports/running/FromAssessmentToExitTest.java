package org.throughcare.participant.reports.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughcare.participant.ParticipantApplication;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.audit.ReadsOnRecord;
import org.throughcare.platform.messaging.Topology;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.RunningService.Answer;
import org.throughcare.testing.TestParts;
import tools.jackson.databind.JsonNode;

/** The middle of the journey, over HTTP and AMQP: assessment, plan, enrolment, evidence, the clock, reports and export. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FromAssessmentToExitTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String site = id();
    private final String participant = id();
    private @Nullable RunningService started;

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private RunningService running() {
        return Objects.requireNonNull(started);
    }

    @BeforeAll
    void start() {
        started = new RunningService(ParticipantApplication.class, "participant-service");
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(FromAssessmentToExitTest::hearNotes);
    }

    @AfterAll
    void stop() {
        running().close();
    }

    /** Notes-service is not there to declare what it announces. */
    private static void hearNotes() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(TestParts.brokerUri());
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            channel.queueBind(Topology.liveQueue("participant"), Topology.EVENTS, "notes.note-signed.v1.*");
        }
    }

    private LocalDate today() {
        return running().bean(BusinessClock.class).today(ZONE);
    }

    private Answer ask(String method, String path, @Nullable String body, String... more) {
        String[] headers = new String[more.length + 4];
        System.arraycopy(more, 0, headers, 4, more.length);
        headers[0] = "Throughcare-Grantee";
        headers[1] = RunningService.GRANTEE;
        headers[2] = "Idempotency-Key";
        headers[3] = id();
        return running().ask(method, path, running().issuer().system(), body, headers);
    }

    private JsonNode done(Answer answer) {
        assertThat(answer.status()).as(answer.http().body()).isBetween(200, 201);
        return answer.json();
    }

    private JsonNode post(String path, String body) {
        return done(ask("POST", "/participants/" + participant + path, body));
    }

    private JsonNode enrolment() {
        return done(ask("GET", "/participants/" + participant + "/enrolment", null));
    }

    @Test
    @DisplayName(
            "Y3 N1 Y2 N4 Y11 N13 from assessment to exit: each step announces itself, and reports and export agree")
    void journey() {
        intake();
        planNeedsAssessment();
        assessAndPlan();
        String service = enrolAndServe();
        note(service);
        reports();
        exit();
        export();
    }

    private void intake() {
        done(ask("PUT", "/sites/" + site, """
                {"name":"Three Rivers","town":"Pittsburgh","zone":"%s","staffingModel":"TRANSITION",
                 "places":[{"id":"%s","name":"Jail AJC","setting":"JAIL"},{"id":"%s","name":"Centre","setting":"COMMUNITY"}]}""".formatted(ZONE, id(), id())));
        done(ask("PUT", "/participants/" + participant, """
                {"identity":{"givenName":"Dana","familyName":"Rivers","dateOfBirth":"1990-02-03"},"site":"%s"}""".formatted(site)));
        done(ask("PUT", "/participants/" + participant + "/custody", """
                {"facility":"County jail","since":"%s","projectedRelease":"%s","source":"JAIL_RECORDS"}""".formatted(
                        today().minusDays(30), today().plusDays(40))));
    }

    private static final String GOAL = """
            {"title":"Work as a baker","measure":"hired for 30 hours a week","relevance":"supports the family",
             "responsible":"participant","targetDate":"%s",
             "steps":[{"what":"Write a résumé","responsible":"case manager","delivery":"BY_STAFF"}]}""";

    private String plan() {
        return """
                {"goals":[%s],"backUpTransport":"bus","backUpChildcare":"not needed","strategy":"bakery first","resources":["job center"]}""".formatted(GOAL.formatted(today().plusDays(200)));
    }

    private void planNeedsAssessment() {
        Answer refused = ask("PUT", "/participants/" + participant + "/plan", plan());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("rule").asString()).isEqualTo("N1");
        assertThat(refused.json().path("allowed").size()).isEqualTo(4);
    }

    private void assessAndPlan() {
        post("/assessment/parts", """
                {"part":{"is":"CareerInventory","instrument":"interests","interests":["baking"],"aptitudes":["hands"],"strengths":["calm"]}}""");
        post("/assessment/parts", """
                {"part":{"is":"BasicSkills","scores":[{"id":"%s","test":"TABE","form":"11M","area":"reading","stage":"PRE","score":510,"on":"%s"}]}}""".formatted(id(), today()));
        post("/assessment/parts", """
                {"part":{"is":"StaffInterview","findings":[{"topic":"JOB_READINESS","finding":"ready"}]}}""");
        JsonNode assessment = post("/assessment/parts", """
                {"part":{"is":"NeedsAndBarriers","needs":[{"area":"HOUSING","needed":true,"supportive":true}]}}""");
        assertThat(assessment.path("completedOn").asString()).isEqualTo(today().toString());
        JsonNode plan = done(ask("PUT", "/participants/" + participant + "/plan", plan()));
        assertThat(plan.path("unacknowledged").asBoolean()).isTrue();
        Answer notSmart = ask("POST", "/participants/" + participant + "/plan/goals", """
                {"goal":{"title":"Be better","responsible":"participant"}}""");
        assertThat(notSmart.status()).isEqualTo(422);
        assertThat(notSmart.json().path("detail").asString()).contains("M (", "A (", "R (", "T (");
        assertThat(post("/plan/acknowledgements", "{\"version\":1,\"initials\":\"DR\",\"copyGiven\":true}")
                        .path("unacknowledged")
                        .asBoolean())
                .isFalse();
    }

    private String enrolAndServe() {
        post("/enrolment/eligibility", """
                {"programme":"LEAP","eligible":true,"grounds":"in custody, 120 days left",
                 "atEntry":{"employmentStatus":0,"educationLevel":1,"veteran":0,"disability":9,"barriers":["EX_OFFENDER"]}}""");
        post("/enrolment/programmes", """
                {"programme":"LEAP","fundSource":"LEAP_GRANT","grounds":"assessment, goals and barriers"}""");
        Answer disallowed = ask("POST", "/participants/" + participant + "/enrolment/services", """
                {"programme":"LEAP","code":"NOPE","from":"%s"}""".formatted(today()));
        assertThat(disallowed.status()).isEqualTo(422);
        String service = id();
        JsonNode enrolment = post("/enrolment/services", """
                {"id":"%s","programme":"LEAP","code":"CAREER","from":"%s"}""".formatted(service, today()));
        assertThat(enrolment.path("state").asString()).isEqualTo("PARTICIPATING");
        assertThat(enrolment.path("unevidenced").asInt()).isEqualTo(1);
        return service;
    }

    private void note(String service) {
        String note = id();
        running().hears("notes", "case-note", "note-signed", note, 2, participant, site, """
                {"id":"%s","participant":"%s","kind":"SERVICE","counts":"CONTACT","occurredAt":"%s","service":"%s"}""".formatted(
                        note, participant, today().atTime(12, 0).atZone(ZONE).toInstant(), service));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(enrolment().path("unevidenced").asInt()).isZero();
            assertThat(enrolment().path("lastService").path("proven").asBoolean())
                    .isTrue();
        });
    }

    private void reports() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode rows =
                    done(ask("GET", "/reports/exit-alert?site=" + site, null)).path("rows");
            assertThat(rows.size()).isEqualTo(1);
            assertThat(rows.get(0).path("daysLeft").asInt()).isEqualTo(90);
            assertThat(rows.get(0).path("why").asString()).contains("given was Career counselling (LEAP)");
        });
        Answer csv = ask("GET", "/reports/upcoming-releases", null, "Accept", "text/csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.http().body())
                .startsWith("site,participant,caseNumber,name")
                .contains("Dana Rivers");
    }

    private void exit() {
        LocalDate given = today();
        Instant end = given.plusDays(90).atStartOfDay(ZONE).toInstant();
        BusinessClock clock = running().bean(BusinessClock.class);
        clock.moveTo(end.minusSeconds(3600));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(done(ask("GET", "/participants/" + participant + "/enrolment/record", null))
                                        .path("period")
                                        .path("warnedFor")
                                        .asString())
                                .isEqualTo(given.plusDays(90).toString()));
        assertThat(enrolment().path("state").asString()).isEqualTo("PARTICIPATING");
        clock.moveTo(end.plusSeconds(1));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(enrolment().path("state").asString()).isEqualTo("EXITED"));
        assertThat(enrolment().path("exit").path("on").asString()).isEqualTo(given.toString());
        assertThat(enrolment().path("followUps").size()).isEqualTo(5);
        Answer followUp = ask("POST", "/participants/" + participant + "/enrolment/follow-ups", """
                {"month":1,"doneOn":"%s","method":"TEXT","employed":true}""".formatted(today()));
        assertThat(followUp.status()).isEqualTo(422);
        post("/enrolment/follow-ups", """
                {"month":1,"doneOn":"%s","method":"TELEPHONE","employed":true,"hourlyWage":18.5,"hoursPerWeek":32}""".formatted(today()));
    }

    private void export() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(done(ask("GET", "/reports/follow-ups?withinDays=30", null))
                                .path("rows")
                                .size())
                        .isGreaterThan(0));
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> lines = ask("GET", "/exports/pirl?site=" + site, null)
                    .http()
                    .body()
                    .lines()
                    .toList();
            assertThat(lines)
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains(enrolment()
                                    .path("exit")
                                    .path("on")
                                    .asString()
                                    .replace("-", "")));
        });
        assertThat(reads()).as("everybody whose row left").contains("PIRL export");
        JsonNode checks = done(ask("GET", "/exports/pirl/checks", null));
        assertThat(checks.path("problems").size()).as(checks.toString()).isZero();
        assertThat(done(ask("GET", "/reports/performance?by=STAFFING_MODEL", null))
                        .path("rows")
                        .get(0)
                        .path("exited")
                        .asInt())
                .isEqualTo(1);
        assertThat(done(ask("GET", "/reports/caseload-balance", null))
                        .path("report")
                        .asString())
                .isEqualTo("caseload-balance");
    }

    private List<String> reads() {
        List<String> what = new ArrayList<>();
        new Scope(RunningService.GRANTEE, Actor.system("participant"), "")
                .run(() -> running().bean(ReadsOnRecord.class).of(List.of(participant)).items().stream()
                        .map(ReadsOnRecord.Read::what)
                        .forEach(what::add));
        return what;
    }
}
