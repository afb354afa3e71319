package org.throughcare.notes;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.testing.HouseRules;

class HouseRulesTest {

    @Test
    @DisplayName("style: the architecture holds")
    void architecture() {
        HouseRules.check("notes");
    }
}
