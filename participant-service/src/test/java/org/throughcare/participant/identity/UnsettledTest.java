package org.throughcare.participant.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnsettledTest {

    private static final UUID SURVIVOR = new UUID(0, 1);
    private static final UUID ALIAS = new UUID(0, 2);
    private static final List<UUID> BOTH = List.of(SURVIVOR, ALIAS);

    private static List<Unsettled.Matter> cases(List<UUID> ids, UUID... open) {
        return Unsettled.matter(Unsettled.What.CASE, "an open case", ids, List.of(open));
    }

    @Test
    @DisplayName("H8 open under both: the survivor's goes on, the other rests, and staff are told which is which")
    void both() {
        assertThat(cases(BOTH, SURVIVOR, ALIAS)).singleElement().satisfies(matter -> {
            assertThat(matter.under()).isEqualTo(BOTH);
            assertThat(matter.because()).contains("Both", "goes on under " + SURVIVOR, "rests");
        });
    }

    @Test
    @DisplayName("H8 open under the alias alone: nothing more is recorded there, and staff are told what to do")
    void aliasAlone() {
        assertThat(cases(BOTH, ALIAS)).singleElement().satisfies(matter -> {
            assertThat(matter.under()).containsExactly(ALIAS);
            assertThat(matter.because()).contains("under " + ALIAS + " alone");
            assertThat(matter.todo()).contains("merge the other way round", "under " + SURVIVOR);
        });
    }

    @Test
    @DisplayName(
            "H8 open under the survivor alone, under neither, or of somebody with one id: nothing is to be settled")
    void nothing() {
        assertThat(cases(BOTH, SURVIVOR)).isEmpty();
        assertThat(cases(BOTH)).isEmpty();
        assertThat(cases(List.of(SURVIVOR), SURVIVOR)).isEmpty();
    }
}
