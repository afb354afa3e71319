package org.throughcare.referral.report.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.throughcare.platform.json.Documents;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.referral.need.UnmetNeed;
import org.throughcare.referral.referral.ReferralSnapshot;
import org.throughcare.referral.report.Announced;

/** Reads the copies of what was announced; dates are kept as text that sorts as time does. */
final class CopiedAnnounced implements Announced {

    private final TenantDatabases databases;

    CopiedAnnounced(TenantDatabases databases) {
        this.databases = databases;
    }

    @Override
    public void referrals(LocalDate from, LocalDate to, Consumer<ReferralSnapshot> each) {
        read("copies_referral_referral", "snapshot.draftedAt", from, to, ReferralSnapshot.class, each);
    }

    @Override
    public void unmetNeeds(LocalDate from, LocalDate to, Consumer<UnmetNeed> each) {
        read("copies_referral_unmet-need", "snapshot.on", from, to, UnmetNeed.class, each);
    }

    @Override
    public Map<String, String> aliases() {
        Map<String, String> aliases = new HashMap<>();
        String into = "snapshot." + PersonIds.INTO;
        for (Document copy : databases
                .current()
                .getCollection("copies_participant_participant")
                .find(gt(into, ""))
                .projection(new Document(into, 1))) {
            aliases.put(
                    copy.getString("_id"), copy.get("snapshot", Document.class).getString(PersonIds.INTO));
        }
        return aliases;
    }

    @Override
    public Map<String, Integer> caseloads() {
        Map<String, String> aliases = aliases();
        Map<String, Integer> counts = new HashMap<>();
        Map<String, String> primaries = openCases();
        primaries.forEach((participant, primary) -> {
            String survivor = aliases.getOrDefault(participant, participant);
            if (survivor.equals(participant) || !primaries.containsKey(survivor)) {
                counts.merge(primary, 1, Integer::sum);
            }
        });
        return counts;
    }

    /** Participant to primary worker. */
    private Map<String, String> openCases() {
        Map<String, String> open = new HashMap<>();
        for (Document copy : databases
                .current()
                .getCollection("copies_participant_case")
                .find()
                .projection(new Document("snapshot.primary", 1).append("snapshot.state", 1))) {
            Document known = copy.get("snapshot", Document.class);
            String primary = known == null ? null : known.getString("primary");
            if (known != null && primary != null && !"CLOSED".equals(known.getString("state"))) {
                open.put(copy.getString("_id"), primary);
            }
        }
        return open;
    }

    private <T> void read(
            String collection, String path, LocalDate from, LocalDate to, Class<T> type, Consumer<T> each) {
        Bson between = and(gte(path, from.toString()), lt(path, to.plusDays(1).toString()));
        for (Document copy : databases.current().getCollection(collection).find(between)) {
            each.accept(Documents.read(copy.get("snapshot", Document.class), type));
        }
    }
}
