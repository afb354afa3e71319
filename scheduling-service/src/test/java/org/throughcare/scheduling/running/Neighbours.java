package org.throughcare.scheduling.running;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.messaging.Topology;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.scheduling.SchedulingApplication;
import org.throughcare.testing.RunningService;
import org.throughcare.testing.TestParts;

/** scheduling-service really running, and what its neighbours announce. Started once for all tests of a class. */
final class Neighbours implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final List<String> HEARD = List.of(
            "participant.custody-recorded",
            "participant.release-recorded",
            "participant.release-withdrawn",
            "participant.returned-to-custody",
            "participant.return-withdrawn",
            "participant.level-of-care-changed",
            "participant.departure-planned",
            "participant.departure-withdrawn",
            "participant.case-opened",
            "participant.primary-changed",
            "participant.staff-member-joined",
            "participant.site-opened",
            "participant.policy-published",
            "participant.intake-completed",
            "participant.participant-merged",
            "participant.merge-undone",
            "participant.alias-taken",
            "participant.alias-given-back",
            "participant.exited",
            "participant.exit-undone",
            "notes.note-signed");

    final RunningService running = new RunningService(SchedulingApplication.class, "scheduling-service");
    final String site = id();
    final String jail = id();
    final String center = id();
    final String worker = id();
    final String community = id();

    private final AtomicLong revisions = new AtomicLong();

    Neighbours() {
        org.awaitility.Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        org.awaitility.Awaitility.await().ignoreExceptions().untilAsserted(Neighbours::bind);
        hears("site", "site-opened", site, null, """
                {"id":"%s","name":"Allegheny","town":"Pittsburgh","zone":"%s","staffingModel":"SAME_STAFF","active":true,
                 "places":[{"id":"%s","name":"Jail AJC","setting":"JAIL"},{"id":"%s","name":"Centre","setting":"COMMUNITY"}]}""".formatted(site, ZONE, jail, center));
        staff(worker, "JAIL_CASE_MANAGER", "{\"state\":\"VALID\"}");
        staff(community, "COMMUNITY_CASE_MANAGER", "{\"state\":\"NONE\"}");
        publishes(1, 7);
    }

    void publishes(int version, int everyDays) {
        hears("programme-policy", "policy-published", id(), null, """
                {"id":"x","programme":"LEAP","version":%d,"effectiveFrom":"2020-01-01","values":{"meetEveryDaysInCustody":%d,
                 "meetEveryDaysNearRelease":7,"taper":[{"untilDaysAfterRelease":30,"everyDays":7}],"meetAsNeeded":false,
                 "firstContactBusinessDays":2,"contactEveryDays":30}}""".formatted(version, everyDays));
    }

    void staff(String id, String role, String clearance) {
        staff(id, role, clearance, site);
    }

    void staff(String id, String role, String clearance, String at) {
        hears("staff-member", "staff-member-joined", id, null, """
                {"id":"%s","name":"Staff","role":"%s","sites":["%s"],"settings":["JAIL"],"active":true,"clearance":%s}""".formatted(id, role, at, clearance));
    }

    /** Someone in custody at the site, on the worker's caseload. */
    String participant() {
        String participant = id();
        hears("participant", "intake-completed", participant, participant, """
                {"id":"%s","caseNumber":"C-%s","givenName":"A","familyName":"B","language":"en","site":"%s","zone":"%s",
                 "participantAvailability":[],"active":true}""".formatted(
                        participant, participant.substring(24), site, ZONE));
        team(participant, worker);
        inCustody(participant);
        return participant;
    }

    /**
     * What its owner says of a record, as often as it is said.
     *
     * @param into the record that it is an alias of; null when it stands for itself
     */
    void merges(
            String happened,
            String participant,
            long revision,
            @org.jspecify.annotations.Nullable String into,
            String... aliases) {
        String merged = into == null ? "" : ",\"mergedInto\":\"" + into + "\"";
        String listed = aliases.length == 0 ? "" : "\"" + String.join("\",\"", aliases) + "\"";
        running.hears("participant", "participant", happened, participant, revision, participant, site, """
                {"id":"%s","caseNumber":"C-%s","givenName":"A","familyName":"B","language":"en","site":"%s","zone":"%s",
                 "participantAvailability":[],"active":%s,"aliases":[%s]%s}""".formatted(
                        participant, participant.substring(24), site, ZONE, into == null, listed, merged));
    }

    void team(String participant, String primary) {
        hears("case", "case-opened", participant, participant, """
                {"participant":"%s","programmes":["LEAP"],"site":"%s","sites":["%s"],"staffingModel":"SAME_STAFF",
                 "primary":"%s","team":[{"staff":"%s","role":"PRIMARY","setting":"JAIL","from":"2026-01-01"}],"state":"OPEN"}""".formatted(
                        participant, site, site, primary, primary));
    }

    /** @param everyDays null leaves it to the programmes */
    void cares(String participant, @org.jspecify.annotations.Nullable Integer everyDays) {
        hears("case", "level-of-care-changed", participant, participant, """
                {"participant":"%s","programmes":["LEAP"],"site":"%s","sites":["%s"],"staffingModel":"SAME_STAFF",
                 "primary":"%s","team":[{"staff":"%s","role":"PRIMARY","setting":"JAIL","from":"2026-01-01"}],
                 "care":{"level":"L","name":"Level","weightPercent":100,%s"since":"%s"},"state":"OPEN"}""".formatted(
                        participant,
                        site,
                        site,
                        worker,
                        worker,
                        everyDays == null ? "" : "\"meetEveryDays\":" + everyDays + ",",
                        LocalDate.now(ZONE)));
    }

    /** @param lastDay null takes the departure back */
    void leaves(String id, @org.jspecify.annotations.Nullable LocalDate lastDay) {
        hears("staff-member", lastDay == null ? "departure-withdrawn" : "departure-planned", id, null, """
                {"id":"%s","name":"Staff","role":"JAIL_CASE_MANAGER","sites":["%s"],"settings":["JAIL"],"active":true,
                 %s"clearance":{"state":"VALID"}}""".formatted(
                        id, site, lastDay == null ? "" : "\"leavesOn\":\"" + lastDay + "\","));
    }

    void returned(String participant) {
        hears("custody", "returned-to-custody", participant, participant, """
                {"participant":"%s","site":"%s","zone":"%s","population":"IN_CUSTODY","custodySince":"%s"}""".formatted(
                        participant, site, ZONE, LocalDate.now(ZONE)));
    }

    void returnTakenBack(String participant, String release) {
        hears("custody", "return-withdrawn", participant, participant, """
                {"participant":"%s","site":"%s","zone":"%s","population":"RELEASED",
                 "release":{"id":"%s","on":"%s","recordedAt":"%s","kind":"UNPLANNED","settled":false}}""".formatted(
                        participant, site, ZONE, release, LocalDate.now(ZONE), now()));
    }

    void inCustody(String participant) {
        hears("custody", "custody-recorded", participant, participant, """
                {"participant":"%s","site":"%s","zone":"%s","population":"IN_CUSTODY","custodySince":"2026-01-01"}""".formatted(participant, site, ZONE));
    }

    void projected(String participant, LocalDate on) {
        boolean near = !on.isAfter(LocalDate.now(ZONE).plusDays(60));
        hears("custody", "custody-recorded", participant, participant, """
                {"participant":"%s","site":"%s","zone":"%s","population":"%s","custodySince":"2026-01-01",
                 "projectedRelease":"%s"}""".formatted(
                        participant, site, ZONE, near ? "NEAR_RELEASE" : "IN_CUSTODY", on));
    }

    void released(String participant, String release) {
        hears("custody", "release-recorded", participant, participant, """
                {"participant":"%s","site":"%s","zone":"%s","population":"RELEASED",
                 "release":{"id":"%s","on":"%s","recordedAt":"%s","kind":"UNPLANNED","settled":false}}""".formatted(
                        participant, site, ZONE, release, LocalDate.now(ZONE), now()));
    }

    void contactNoted(String participant) {
        String note = id();
        running.hears("notes", "case-note", "note-signed", note, 1, participant, site, """
                {"id":"%s","participant":"%s","author":"%s","kind":"MEETING","method":"IN_PERSON","occurredAt":"%s",
                 "signedAt":"%s","counts":"CONTACT","topics":[],"amendments":0,"hash":"h"}""".formatted(
                        note, participant, community, now(), now()));
    }

    void exited(String participant, String state) {
        String exit = state.equals("EXITED")
                ? ",\"exit\":{\"id\":\"x1\",\"on\":\"2026-03-02\",\"kind\":\"GAP\",\"decidedOn\":\"2026-06-01\"}"
                : "";
        hears("enrolment", state.equals("EXITED") ? "exited" : "exit-undone", participant, participant, """
                {"participant":"%s","site":"%s","state":"%s"%s,"followUps":[
                 {"id":"f1","month":1,"dueOn":"2026-04-02"},{"id":"f3","month":3,"dueOn":"2026-06-02"}]}""".formatted(
                        participant, site, state, exit));
    }

    String token(String staff) {
        return running.issuer().staff(RunningService.GRANTEE, staff);
    }

    <T> T inScope(Callable<T> work) throws Exception {
        return new Scope(RunningService.GRANTEE, Actor.system("scheduling"), "").call(work);
    }

    /** Ten in the morning at the site, on the Wednesday after next week's Monday plus some weeks. */
    static Instant morning(int weeks) {
        return LocalDate.now(ZONE)
                .plusWeeks(weeks + 1L)
                .with(TemporalAdjusters.next(java.time.DayOfWeek.WEDNESDAY))
                .atTime(10, 0)
                .atZone(ZONE)
                .toInstant();
    }

    String booking(String participant, Instant start) {
        return """
                {"participant":"%s","worker":"%s","start":"%s","end":"%s","site":"%s","place":"%s","setting":"JAIL","kind":"ONE_ON_ONE"}""".formatted(participant, worker, start, start.plus(Duration.ofMinutes(30)), site, jail);
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    private void hears(
            String aggregate,
            String happened,
            String id,
            @org.jspecify.annotations.Nullable String participant,
            String snapshot) {
        running.hears("participant", aggregate, happened, id, revisions.incrementAndGet(), participant, site, snapshot);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** As the owners' contracts will have it bound; they may not be on this module's class path yet. */
    private static void bind() {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(TestParts.brokerUri());
            try (Connection connection = factory.newConnection();
                    Channel channel = connection.createChannel()) {
                for (String event : HEARD) {
                    channel.queueBind(Topology.liveQueue("scheduling"), Topology.EVENTS, event + ".v1.*");
                }
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        running.close();
    }
}
