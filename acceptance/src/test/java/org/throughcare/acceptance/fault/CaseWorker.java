package org.throughcare.acceptance.fault;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.throughcare.acceptance.client.Ids;
import org.throughcare.acceptance.process.Door;
import org.throughcare.acceptance.process.Fleet;

/**
 * One client of many: takes people in, moves their release dates, signs notes, records releases and takes some of them back, one
 * command after the other, until told to stop.
 */
final class CaseWorker implements Runnable {

    private static final int FIRST_YEAR = 1955;
    private static final int YEARS = 50;
    private static final int MONTHS = 12;
    private static final int FIRST_DAY = 13;
    private static final int DAYS = 16;
    private static final AtomicInteger BIRTHDAYS = new AtomicInteger();

    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final int PEOPLE_PER_WORKER = 25;
    private static final int MOVES = 4;
    private static final int NOTES = 2;

    /** What the participants of this client should look like in the end, as far as their commands were acknowledged. */
    static final class Expected {
        final String participant;
        final Queue<String> signedNotes = new ConcurrentLinkedQueue<>();
        final Queue<String> releases = new ConcurrentLinkedQueue<>();
        final Queue<String> withdrawn = new ConcurrentLinkedQueue<>();
        /** Referrals whose sending to the partner was acknowledged. */
        final Queue<String> sent = new ConcurrentLinkedQueue<>();

        volatile String projected = "";
        volatile boolean custody;

        Expected(String participant) {
            this.participant = participant;
        }
    }

    private final Fleet fleet;
    private final Book book;
    private final Setup setup;
    private final Random random;
    private final BooleanSupplier goOn;
    private final Door participants;
    private final Door notes;
    final Queue<Expected> people = new ConcurrentLinkedQueue<>();
    private String token = "";
    private int served = PEOPLE_PER_WORKER;

    CaseWorker(Fleet fleet, Book book, Setup setup, long seed, BooleanSupplier goOn) {
        this.fleet = fleet;
        this.book = book;
        this.setup = setup;
        this.random = new Random(seed);
        this.goOn = goOn;
        this.participants = fleet.door("participant-service");
        this.notes = fleet.door("notes-service");
    }

    @Override
    public void run() {
        while (goOn.getAsBoolean()) {
            serveOne();
        }
    }

    /** One person's commands, from intake to release. */
    void serveOne() {
        if (served++ >= PEOPLE_PER_WORKER) {
            String id = Ids.next();
            setup.staff(book, id, "COMMUNITY_CASE_MANAGER");
            token = fleet.issuer().staff(Fleet.GRANTEE, id);
            served = 0;
        }
        carry(new Expected(Ids.next()));
    }

    private void carry(Expected one) {
        String at = "/participants/" + one.participant;
        LocalDate today = LocalDate.now(ZONE);
        if (!command(participants, "participant", one.participant, "PUT", at, intake())) {
            return;
        }
        people.add(one);
        LocalDate first = today.plusDays(90L + random.nextInt(100));
        one.custody = command(
                participants,
                "custody",
                one.participant,
                "PUT",
                at + "/custody",
                Map.of(
                        "facility",
                        "Fault County Jail",
                        "since",
                        today.minusDays(60).toString(),
                        "projectedRelease",
                        first.toString(),
                        "source",
                        "JAIL_RECORDS"));
        if (!one.custody) {
            return;
        }
        one.projected = first.toString();
        command(
                participants,
                "case",
                one.participant,
                "PUT",
                at + "/case",
                Map.of("programmes", List.of("LEAP"), "setting", "COMMUNITY"));
        if (setup.hasPartner() && random.nextInt(2) == 0 && goOn.getAsBoolean()) {
            refer(one, today);
        }
        for (int move = 0; move < MOVES && goOn.getAsBoolean(); move++) {
            LocalDate date = LocalDate.parse(one.projected).plusDays(1L + random.nextInt(20));
            if (command(
                    participants,
                    "custody",
                    one.participant,
                    "POST",
                    at + "/custody/projected-release",
                    Map.of("date", date.toString(), "source", "JAIL_RECORDS"))) {
                one.projected = date.toString();
            }
        }
        for (int note = 0; note < NOTES && goOn.getAsBoolean(); note++) {
            sign(one);
        }
        if (goOn.getAsBoolean()) {
            release(one, at, today);
        }
    }

    private void sign(Expected one) {
        String id = Ids.next();
        if (command(notes, "case-note", id, "PUT", "/notes/" + id, note(one.participant))
                && command(notes, "case-note", id, "POST", "/notes/" + id + "/signature", Map.of())) {
            one.signedNotes.add(id);
        }
    }

    private void refer(Expected one, LocalDate today) {
        String consent = Ids.next();
        String referral = Ids.next();
        Door referrals = fleet.door("referral-service");
        if (command(
                        participants,
                        "consent",
                        consent,
                        "PUT",
                        "/consents/" + consent,
                        setup.release(one.participant, today))
                && command(
                        referrals,
                        "referral",
                        referral,
                        "PUT",
                        "/referrals/" + referral,
                        setup.referral(one.participant))
                && command(referrals, "referral", referral, "POST", "/referrals/" + referral + "/sending", Map.of())) {
            one.sent.add(referral);
        }
    }

    private void release(Expected one, String at, LocalDate today) {
        String id = Ids.next();
        if (!command(
                participants,
                "custody",
                one.participant,
                "POST",
                at + "/custody/releases",
                Map.of("id", id, "on", today.toString(), "kind", "UNPLANNED"))) {
            return;
        }
        one.releases.add(id);
        if (random.nextInt(3) == 0
                && command(
                        participants,
                        "custody",
                        one.participant,
                        "POST",
                        at + "/custody/releases/" + id + "/withdrawal",
                        Map.of("reason", "It was somebody else"))) {
            one.withdrawn.add(id);
        }
    }

    private boolean command(
            Door service, String aggregate, String id, String method, String path, Map<String, Object> body) {
        return book.command(service, token, new Book.Asked(aggregate, id, method, path, body));
    }

    /** Each on a day of their own: of two whose names sound alike and who share it, the second would be asked about. */
    private Map<String, Object> intake() {
        return Map.of(
                "identity",
                Map.of(
                        "givenName",
                        name("Ada", "Bo", "Cy", "Dee", "Eli", "Flo"),
                        "familyName",
                        "Fault" + Long.toString(random.nextLong() >>> 1, 36),
                        "language",
                        "en",
                        "dateOfBirth",
                        birthday(BIRTHDAYS.getAndIncrement()).toString()),
                "site",
                setup.site());
    }

    /** Nobody's is another's, nor with day and month swapped: those whose names sound alike would be taken for one person. */
    private static LocalDate birthday(int number) {
        int month = number / DAYS;
        return LocalDate.of(FIRST_YEAR + month / MONTHS % YEARS, 1 + month % MONTHS, FIRST_DAY + number % DAYS);
    }

    private String name(String... some) {
        return some[random.nextInt(some.length)];
    }

    private static Map<String, Object> note(String participant) {
        return Map.of(
                "participant",
                participant,
                "kind",
                "MEETING",
                "method",
                "IN_PERSON",
                "occurredAt",
                Instant.now()
                        .minus(10, ChronoUnit.MINUTES)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                "answered",
                true,
                "topics",
                List.of("GOALS", "EMPLOYMENT_PLAN", "RELEASE_DATE"),
                "text",
                Map.ofEntries(
                        Map.entry("location", "Room 2"),
                        Map.entry("othersPresent", List.of()),
                        Map.entry("othersConcerned", List.of()),
                        Map.entry("reason", "Weekly meeting"),
                        Map.entry("discussion", "The plan"),
                        Map.entry("outcomeWanted", "A job"),
                        Map.entry("obstacles", "No papers yet"),
                        Map.entry("actionPlan", "Order them"),
                        Map.entry("nextSteps", "Meet again"),
                        Map.entry("obstaclesResolved", "None"),
                        Map.entry("requests", "None"),
                        Map.entry("completionDates", List.of()),
                        Map.entry("effectOnGoals", "On the way")));
    }
}
