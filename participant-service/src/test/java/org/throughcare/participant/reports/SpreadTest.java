package org.throughcare.participant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    @DisplayName("L23 spreads of several sites put together have the median of all their values, whatever the order")
    void together() {
        Random random = new Random(2303);
        for (int round = 0; round < 300; round++) {
            List<BigDecimal> all = new ArrayList<>();
            Spread together = Spread.NONE;
            for (int site = 0; site < 1 + random.nextInt(4); site++) {
                List<BigDecimal> here = new ArrayList<>();
                for (int i = 0; i < random.nextInt(6); i++) {
                    here.add(BigDecimal.valueOf(random.nextInt(900), 2));
                }
                all.addAll(here);
                together = random.nextBoolean()
                        ? together.plus(Spread.of(here))
                        : Spread.of(here).plus(together);
            }
            all.sort(null);
            assertThat(together.count()).isEqualTo(all.size());
            assertThat(together.median())
                    .isEqualTo(all.stream().skip((all.size() - 1) / 2).findFirst());
        }
    }

    @Test
    @DisplayName("L23 nothing has no median, and one wage written in two ways is one wage")
    void bounds() {
        assertThat(Spread.NONE.median()).isEmpty();
        Spread wages = Spread.of(List.of(new BigDecimal("15.50"), new BigDecimal("15.5"), new BigDecimal("9")));
        assertThat(wages.steps()).hasSize(2);
        assertThat(wages.median()).hasValueSatisfying(m -> assertThat(m).isEqualByComparingTo("15.5"));
    }
}
