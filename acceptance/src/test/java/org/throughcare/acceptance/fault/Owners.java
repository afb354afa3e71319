package org.throughcare.acceptance.fault;

import org.throughcare.acceptance.process.Door;
import org.throughcare.acceptance.process.Fleet;
import tools.jackson.databind.JsonNode;

/** Asks the owners over HTTP whether they still have what they acknowledged. */
final class Owners {

    private final Door participants;
    private final Door notes;
    private final Operator operator;
    private final Findings findings;

    Owners(Fleet fleet, Operator operator, Findings findings) {
        this.participants = fleet.door("participant-service");
        this.notes = fleet.door("notes-service");
        this.operator = operator;
        this.findings = findings;
    }

    void have(CaseWorker.Expected one) {
        try {
            operator.get(participants, "/participants/" + one.participant);
            if (!one.custody) {
                return;
            }
            JsonNode custody = operator.get(participants, "/participants/" + one.participant + "/custody");
            JsonNode projections = custody.path("projections");
            String last = projections.path(projections.size() - 1).path("date").asString("");
            if (!last.equals(one.projected)) {
                findings.lost.add(one.participant + "'s projected release is " + last + " instead of " + one.projected);
            }
            for (String release : one.releases) {
                boolean there = false;
                for (JsonNode each : custody.path("releases")) {
                    there |= each.path("id").asString("").equals(release)
                            && each.path("withdrawal").isObject() == one.withdrawn.contains(release);
                }
                if (!there) {
                    findings.lost.add("release " + release + " is not as acknowledged: " + custody.path("releases"));
                }
            }
            for (String note : one.signedNotes) {
                JsonNode there = operator.get(notes, "/notes/" + note);
                if (!there.path("signedAt").isString()) {
                    findings.lost.add("note " + note + " is not signed: " + there);
                }
            }
        } catch (IllegalStateException notThere) {
            findings.lost.add(String.valueOf(notThere.getMessage()));
        }
    }
}
