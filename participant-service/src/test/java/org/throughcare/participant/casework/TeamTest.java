package org.throughcare.participant.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.participant.site.Setting;

class TeamTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final UUID SOMEONE = new UUID(0, 1);
    private static final UUID RELEASE = new UUID(0, 3);
    private static final UUID ANN = new UUID(0, 10);
    private static final UUID BEN = new UUID(0, 11);
    private static final UUID CAL = new UUID(0, 12);

    private static Team led() {
        return Team.ledBy(SOMEONE, ANN, Setting.JAIL, DAY);
    }

    private static Team with(UUID staff, UUID cause) {
        return led().join(SOMEONE, staff, TeamRole.SECONDARY, Setting.COMMUNITY, DAY, cause);
    }

    private static List<Team.Member> current(Team team) {
        return team.members().stream().filter(Team.Member::current).toList();
    }

    @Test
    @DisplayName(
            "C6 who takes the lead has one role, and who had it leaves, or stays in the role that is said; others stay")
    void leads() {
        Team both = with(BEN, RELEASE).join(SOMEONE, CAL, TeamRole.SECONDARY, Setting.JAIL, DAY, RELEASE);
        Team next = both.leadBy(SOMEONE, BEN, Setting.COMMUNITY, DAY.plusDays(1), null);
        assertThat(next.primary().staff()).isEqualTo(BEN);
        assertThat(current(next))
                .extracting(Team.Member::staff, Team.Member::role)
                .containsExactlyInAnyOrder(tuple(CAL, TeamRole.SECONDARY), tuple(BEN, TeamRole.PRIMARY));
        Team stays = both.leadBy(SOMEONE, BEN, Setting.COMMUNITY, DAY.plusDays(1), TeamRole.SECONDARY);
        assertThat(current(stays))
                .extracting(Team.Member::staff, Team.Member::role, Team.Member::from)
                .contains(tuple(ANN, TeamRole.SECONDARY, DAY.plusDays(1)));
        Team again = stays.leadBy(SOMEONE, CAL, Setting.JAIL, DAY.plusDays(9), null);
        assertThat(again.members())
                .filteredOn(member -> DAY.plusDays(1).equals(member.until()))
                .as("what had ended keeps its day")
                .hasSize(2);
        Team herself = led().leadBy(SOMEONE, ANN, Setting.COMMUNITY, DAY, TeamRole.SECONDARY);
        assertThat(current(herself)).extracting(Team.Member::role).containsExactly(TeamRole.PRIMARY);
    }

    @Test
    @DisplayName("C6 who leaves ends their own roles alone, but never the lead")
    void leaves() {
        Team both = with(BEN, RELEASE).join(SOMEONE, CAL, TeamRole.SECONDARY, Setting.JAIL, DAY, RELEASE);
        Team left = both.leave(BEN, DAY.plusDays(1));
        assertThat(current(left)).extracting(Team.Member::staff).containsExactly(ANN, CAL);
        assertThat(left.leave(BEN, DAY.plusDays(5))).isEqualTo(left);
        assertThat(both.leave(ANN, DAY.plusDays(1))).isEqualTo(both);
    }

    @Test
    @DisplayName("L15 with a release go those who came with it, from that day, and no others")
    void withoutTheCause() {
        Team both = with(BEN, RELEASE).join(SOMEONE, CAL, TeamRole.SECONDARY, Setting.JAIL, DAY, new UUID(0, 4));
        Team narrow = both.without(RELEASE, DAY.plusDays(1));
        assertThat(current(narrow)).extracting(Team.Member::staff).containsExactly(ANN, CAL);
        assertThat(narrow.without(RELEASE, DAY.plusDays(5))).isEqualTo(narrow);
    }

    @Test
    @DisplayName("L7 somebody's setting is the last one in which they worked on the case; inside, where they never did")
    void setting() {
        Team back = with(BEN, RELEASE)
                .leave(BEN, DAY)
                .join(SOMEONE, BEN, TeamRole.SECONDARY, Setting.JAIL, DAY.plusDays(3), RELEASE);
        assertThat(with(BEN, RELEASE).settingOf(BEN)).isEqualTo(Setting.COMMUNITY);
        assertThat(back.settingOf(BEN)).isEqualTo(Setting.JAIL);
        assertThat(back.settingOf(CAL)).isEqualTo(Setting.JAIL);
    }

    @Test
    @DisplayName("C6 there is no team with two who lead")
    void twoLead() {
        assertThatThrownBy(() -> led().join(SOMEONE, BEN, TeamRole.PRIMARY, Setting.JAIL, DAY, RELEASE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
