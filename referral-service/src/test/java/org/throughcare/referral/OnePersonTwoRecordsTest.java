package org.throughcare.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.RunningService.Answer;
import tools.jackson.databind.JsonNode;

/** The person in jail turns out to have a second record; what is referred under either is one person's until it is not. */
class OnePersonTwoRecordsTest extends WithAPartner {

    private static final String OUT =
            "\"release\":{\"id\":\"%s\",\"on\":\"2027-03-04\",\"recordedAt\":\"2027-03-04T10:00:00.000Z\",\"kind\":\"UNPLANNED\"}";

    /** The record that stands for the person; the one of the other tests becomes its alias. */
    private final String survivor = UUID.randomUUID().toString();

    @Test
    @DisplayName(
            "H8, C7, L15: merged, either id names all of the person's, the other record's release counts, its custody sets the start")
    void mergedAndUndone() {
        draft();
        anotherRecord();
        String need = unmetNeed(survivor);
        JsonNode aliasesBefore = lists(participant);
        JsonNode survivorsBefore = lists(survivor);
        assertThat(now().path("startsOn").asString()).isEqualTo("2027-03-20");

        merge();
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(now().path("startsOn").asString()).isEqualTo("2027-03-04");
            assertThat(referrals(survivor)).containsExactly(referral);
        });
        assertThat(referrals(participant)).containsExactly(referral);
        assertThat(now().path("participant").asString())
                .as("nothing is re-keyed")
                .isEqualTo(participant);
        assertThat(ids("/participants/" + participant + "/unmet-needs")).containsExactly(need);
        assertThat(lists(participant)).isEqualTo(lists(survivor));

        Answer sent = send();
        assertThat(sent.status()).as(sent.http().body()).isEqualTo(200);
        told("requested");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(accounting(survivor)).isEqualTo(1));
        Answer read = service.get("/partner/referrals/" + referral, partnerStaff);
        assertThat(read.status()).as(read.http().body()).isEqualTo(200);
        assertThat(read.json().path("person").path("givenName").asString())
                .as("as the record has it that stands for the person")
                .isEqualTo("Dara Ann");

        releaseStands(false);
        undo();
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(now().path("startsOn").asString()).isEqualTo("2027-03-20");
            assertThat(now().path("stopped").path("reason").asString())
                    .as("it rested on somebody else's release")
                    .contains("not this person's after all");
        });
        told("stopped");
        assertThat(lists(survivor)).isEqualTo(survivorsBefore);
        assertThat(referrals(participant)).containsExactly(referral);
        assertThat(aliasesBefore.path("items")).hasSize(1);
        assertThat(ids("/participants/" + participant + "/unmet-needs")).isEmpty();
    }

    @Test
    @DisplayName("H8, C7: a release of its own lets a referral go on when the merge is undone")
    void ownRelease() {
        draft();
        anotherRecord();
        merge();
        await().atMost(SOON).untilAsserted(() -> assertThat(referrals(survivor)).containsExactly(referral));
        assertThat(send().status()).isEqualTo(200);
        String own = UUID.randomUUID().toString();
        release(own, participant, "IN_FORCE", 1);
        ownersWord(own);
        undo();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(now().path("consent").asString()).isEqualTo(own));
        assertThat(now().has("stopped")).isFalse();
    }

    @Test
    @DisplayName("H8, C8: people are counted once, under whichever of their ids they were referred and served")
    void countedOnce() {
        int[] others = settled();
        draft();
        anotherRecord();
        String second = UUID.randomUUID().toString();
        String drafted = """
                {"participant":"%s","partner":"%s","service":"Shared homes","kind":"HOUSING","role":"Hold a bed",
                 "kinds":["IDENTITY"]}""".formatted(survivor, PARTNER);
        assertThat(service.put("/referrals/" + second, worker, drafted).status())
                .isEqualTo(201);
        await().atMost(SOON).until(() -> peopleAndCaseload()[0] == others[0] + 2);
        int[] before = settled();
        merge();
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(peopleAndCaseload()[0]).as("people").isEqualTo(before[0] - 1);
            assertThat(peopleAndCaseload()[1]).as("caseload").isEqualTo(before[1] - 1);
        });
        undo();
        await().atMost(SOON).untilAsserted(() -> assertThat(peopleAndCaseload()).isEqualTo(before));
    }

    /** Its custody says that the person is out; the release of information is signed there. */
    private void anotherRecord() {
        record("intake-completed", survivor, "Dara Ann", 1, null);
        service.owners().answers("/participants/" + survivor, person(survivor, "Dara Ann", null));
        service.hears("participant", "custody", "release-recorded", survivor, 1, survivor, SITE, """
                {"participant":"%s","site":"%s","zone":"America/Chicago","population":"RELEASED",%s}""".formatted(
                        survivor, SITE, OUT.formatted(UUID.randomUUID())));
        String file = """
                {"participant":"%s","programmes":[],"site":"%s","sites":["%s"],"primary":"%s","team":[],"state":"OPEN"}""".formatted(survivor, SITE, SITE, WORKER);
        service.hears("participant", "case", "case-opened", survivor, 1, survivor, SITE, file);
        service.owners().answers("/participants/" + survivor + "/case", file);
        release(consent, survivor, "IN_FORCE", 1);
        await().atMost(SOON)
                .until(() -> service.get("/participants/" + survivor + "/referrals", worker)
                                .status()
                        == 200);
    }

    /** Which release stands for the alias alone, as its owner says. */
    private void ownersWord(String stands) {
        Standing.answers(
                service.owners(), participant, PARTNER, "IDENTITY,HOUSING_NEED,RELEASE_DATE", referral, """
                        {"stands":true,"consent":"%s","revision":1,"purpose":"a home",
                         "kinds":["IDENTITY","HOUSING_NEED","RELEASE_DATE"],"text":"I let them know."}""".formatted(
                                stands));
    }

    @Test
    @DisplayName(
            "H8, C7: a referral under an alias rests on the other's release before the merge is known here: it goes on")
    void beforeTheNews() {
        draft();
        anotherRecord();
        assertThat(send().status()).isEqualTo(200);
        told("requested");
        record("identity-changed", participant, "Dara", 2, null);
        record("participant-merged", participant, "Dara", 3, survivor);
        record("alias-taken", survivor, "Dara Ann", 2, null, participant);
        await().atMost(SOON).untilAsserted(() -> assertThat(referrals(survivor)).containsExactly(referral));
        assertThat(now().has("stopped")).isFalse();
        assertThat(now().path("consent").asString()).isEqualTo(consent);
    }

    private static void release(String consent, String of, String state, long revision) {
        service.hears("participant", "consent", "consent-signed", consent, revision, of, SITE, """
                {"id":"%s","participant":"%s","recipient":"%s","recipientName":"Riverside Housing","purpose":"a home",
                 "kinds":["IDENTITY","HOUSING_NEED","RELEASE_DATE"],"signedOn":"2026-01-05","state":"%s"}""".formatted(
                        consent, of, PARTNER, state));
    }

    /** The alias's news first, and again after the survivor's. */
    private void merge() {
        record("participant-merged", participant, "Dara", 2, survivor);
        record("alias-taken", survivor, "Dara Ann", 2, null, participant);
        record("participant-merged", participant, "Dara", 2, survivor);
        record("intake-completed", participant, "Dara", 1, null);
    }

    private void undo() {
        record("alias-given-back", survivor, "Dara Ann", 3, null);
        record("merge-undone", participant, "Dara", 3, null);
    }

    private static void record(
            String happened, String id, String name, long revision, @Nullable String into, String... aliases) {
        service.hears("participant", "participant", happened, id, revision, id, SITE, person(id, name, into, aliases));
    }

    private static String person(String id, String name, @Nullable String into, String... aliases) {
        String listed = aliases.length == 0 ? "" : "\"" + String.join("\",\"", aliases) + "\"";
        return """
                {"id":"%s","caseNumber":"TR-4K8","givenName":"%s","familyName":"Wells","language":"en","site":"%s",
                 "zone":"America/Chicago","active":true,"contacts":[],"aliases":[%s]%s}""".formatted(id, name, SITE, listed, into == null ? "" : ",\"mergedInto\":\"" + into + "\"");
    }

    private static String unmetNeed(String of) {
        String need = UUID.randomUUID().toString();
        assertThat(service.put(
                                "/unmet-needs/" + need,
                                worker,
                                Map.of("participant", of, "kind", "HOUSING", "why", "NO_CAPACITY"))
                        .status())
                .isEqualTo(201);
        return need;
    }

    private static JsonNode lists(String of) {
        return service.get("/participants/" + of + "/referrals", worker).json();
    }

    private static List<String> referrals(String of) {
        return ids("/participants/" + of + "/referrals");
    }

    private static List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        service.get(path, worker)
                .json()
                .path("items")
                .forEach(each -> ids.add(each.path("id").asString()));
        return ids;
    }

    private static int accounting(String of) {
        return service.get("/participants/" + of + "/disclosures", worker)
                .json()
                .path("items")
                .size();
    }

    /** Once all that was said so far is counted. */
    private static int[] settled() {
        AtomicReference<int[]> last = new AtomicReference<>(peopleAndCaseload());
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> {
            int[] now = peopleAndCaseload();
            return Arrays.equals(now, last.getAndSet(now));
        });
        return Objects.requireNonNull(last.get());
    }

    private static int[] peopleAndCaseload() {
        return service.get("/reports/referral-rate", admin)
                .json()
                .path("rows")
                .valueStream()
                .filter(row -> row.path("worker").asString().equals(WORKER))
                .map(row -> new int[] {
                    row.path("people").asInt(), row.path("caseload").asInt()
                })
                .findFirst()
                .orElse(new int[] {0, 0});
    }
}
