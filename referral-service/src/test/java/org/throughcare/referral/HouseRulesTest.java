package org.throughcare.referral;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.HouseRules;

class HouseRulesTest {

    @Test
    @DisplayName("the domain knows no framework, and the service no other service")
    void holds() {
        HouseRules.check("referral");
    }
}
