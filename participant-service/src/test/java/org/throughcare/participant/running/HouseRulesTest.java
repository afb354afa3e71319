package org.throughcare.participant.running;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.HouseRules;

class HouseRulesTest {

    @Test
    @DisplayName("the domain knows no framework, no other service and no clock but the business clock")
    void rules() {
        HouseRules.check("participant");
    }
}
