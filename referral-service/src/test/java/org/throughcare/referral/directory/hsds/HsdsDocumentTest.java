package org.throughcare.referral.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.json.Json;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.directory.ServiceListing;
import tools.jackson.databind.node.ObjectNode;

class HsdsDocumentTest {

    static ObjectNode fictional() throws Exception {
        try (InputStream in = Objects.requireNonNull(java.nio.file.Files.newInputStream(
                java.nio.file.Path.of("../acceptance/src/main/resources/directory/three-rivers-hsds.json")))) {
            return (ObjectNode) Json.strict().readTree(in);
        }
    }

    private static ObjectNode service(ObjectNode document, int row) {
        return (ObjectNode) document.path("service").get(row);
    }

    @Test
    @DisplayName("Y17 the fictional directory is sound: each service with its provider, town, phone, hours and kind")
    void sound() throws Exception {
        HsdsReading reading = HsdsDocument.read(fictional());
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.sound()).hasSize(27);
        ServiceListing first = reading.sound().getFirst();
        assertThat(first.organization().name()).isEqualTo("Riverside Housing");
        assertThat(first.kinds()).contains(NeedKind.HOUSING);
        assertThat(first.locations().getFirst().addresses().getFirst().city()).isEqualTo("Harlan Ferry");
        assertThat(first.phones()).isNotEmpty();
        assertThat(first.schedules()).isNotEmpty();
    }

    @Test
    @DisplayName("Y17 faults are named by row and field, and the sound rows beside them are still read")
    void faults() throws Exception {
        ObjectNode document = fictional();
        service(document, 2).put("status", "open");
        service(document, 3).put("id", "not-a-uuid");
        service(document, 4).remove("name");
        service(document, 5).put("colour", "red");
        service(document, 6).put("organization_id", "0190aaaa-0000-7000-8000-00000000dead");
        service(document, 7).put("url", "javascript:alert(1)");
        HsdsReading reading = HsdsDocument.read(document);
        assertThat(reading.faults())
                .extracting(HsdsFault::path)
                .containsExactlyInAnyOrder(
                        "service[2].status",
                        "service[3].id",
                        "service[4].name",
                        "service[5].colour",
                        "service[6].organization_id",
                        "service[7].url");
        assertThat(reading.sound()).hasSize(21);
    }

    @Test
    @DisplayName("Y17 a fault in a part of a service leaves that service out, and no other")
    void faultInPart() throws Exception {
        ObjectNode document = fictional();
        ((ObjectNode) document.path("schedule").get(0)).put("freq", "DAILY");
        HsdsReading reading = HsdsDocument.read(document);
        assertThat(reading.faults()).extracting(HsdsFault::path).containsExactly("schedule[0].freq");
        assertThat(reading.sound()).hasSize(26);
    }

    @Test
    @DisplayName("Y17 what is no package of tables is one fault, and an unknown table is named")
    void otherShapes() {
        assertThat(HsdsDocument.read(Json.strict().readTree("[]")).faults()).hasSize(1);
        assertThat(HsdsDocument.read(Json.strict().readTree("{\"people\":[]}")).faults())
                .extracting(HsdsFault::table)
                .containsExactly("people");
    }
}
