package org.throughcare.participant.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Refusal;
import org.throughcare.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

class CaseManagementMeasureTest {

    private static ObjectNode shipped() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PolicyValues.class.getResourceAsStream("/policies/hud-choice.json"))) {
            return (ObjectNode) Json.strict().readTree(in);
        }
    }

    private static @Nullable Refusal fault(List<ContactMethod> methods, int months) throws IOException {
        ObjectNode values = shipped();
        values.set("caseManagement", Json.mapper().valueToTree(new CaseManagementMeasure(methods, months, true)));
        return PolicyCheck.faultIn(Json.strict().treeToValue(values, PolicyValues.class));
    }

    @Test
    @DisplayName(
            "H2 H3 somebody can be met face to face in some way, and is assessed again after a month at the earliest")
    void bounds() throws IOException {
        List<ContactMethod> inPerson = List.of(ContactMethod.IN_PERSON);
        assertThat(fault(inPerson, 1)).isNull();
        assertThat(Objects.requireNonNull(fault(inPerson, 0)).field())
                .isEqualTo("values.caseManagement.reassessEveryMonths");
        assertThat(Objects.requireNonNull(fault(List.of(), 12)).field())
                .isEqualTo("values.caseManagement.faceToFaceMethods");
    }

    @Test
    @DisplayName("H2 values from before the measure could be set have the usual one")
    void older() throws IOException {
        ObjectNode before = shipped();
        before.remove("caseManagement");
        assertThat(Json.mapper().treeToValue(before, PolicyValues.class).caseManagement())
                .isEqualTo(CaseManagementMeasure.USUAL);
    }
}
