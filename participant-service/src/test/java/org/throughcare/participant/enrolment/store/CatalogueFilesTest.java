package org.throughcare.participant.enrolment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughcare.participant.enrolment.CatalogueEntry;
import org.throughcare.participant.enrolment.FundSource;
import org.throughcare.participant.enrolment.ServiceCatalogue;
import org.throughcare.participant.policy.Programme;
import tools.jackson.databind.json.JsonMapper;

class CatalogueFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private final CatalogueFiles files = new CatalogueFiles(JsonMapper.shared());

    @ParameterizedTest
    @EnumSource(Programme.class)
    @DisplayName("Y4 every programme has a catalogue with distinct codes, evidence wanted and sensible durations")
    void catalogues(Programme programme) {
        ServiceCatalogue catalogue = files.of(programme, TODAY);
        assertThat(catalogue.programme()).isEqualTo(programme);
        assertThat(catalogue.services()).extracting(CatalogueEntry::code).doesNotHaveDuplicates();
        assertThat(catalogue.followUpMethods()).isNotEmpty();
        assertThat(catalogue.services())
                .filteredOn(s -> s.code().equals(catalogue.caseManagement()))
                .singleElement()
                .satisfies(s -> assertThat(s.qualifying()).isFalse());
        assertThat(catalogue.services()).extracting(CatalogueEntry::code).containsAll(catalogue.referrals());
        assertThat(catalogue.determinationBeforeTraining())
                .containsExactly(FundSource.WIOA_ADULT, FundSource.WIOA_DISLOCATED_WORKER);
        assertThat(catalogue.services()).allSatisfy(s -> {
            assertThat(s.evidence()).isNotEmpty();
            assertThat(s.oneDay()).isEqualTo(s.longestDays() == 1);
            assertThat(s.followUp() && s.qualifying()).isFalse();
            assertThat(s.beforeEnrolment() && s.qualifying()).isFalse();
        });
    }

    @Test
    @DisplayName("Y2 N5 Texas youth starts with 08; youth counselling may take 180 days, training a year and longer")
    void seeds() {
        ServiceCatalogue youth = files.of(Programme.WIOA_YOUTH_TX, TODAY);
        assertThat(youth.firstQualifying()).isEqualTo("08");
        ServiceCatalogue montgomery = files.of(Programme.WIOA_MONTGOMERY, TODAY);
        assertThat(days(montgomery, "WYS09")).isEqualTo(180);
        assertThat(days(montgomery, "300")).isGreaterThanOrEqualTo(365);
        assertThat(days(montgomery, "COUNSEL")).isEqualTo(90);
        assertThat(new HashSet<>(files.on(TODAY).needs())).hasSize(6);
    }

    @Test
    @DisplayName(
            "H10 the housing programme's catalogue has every activity, stabilisation service and supportive service of a case")
    void activities() {
        ServiceCatalogue housing = files.of(Programme.HUD_CHOICE, TODAY);
        assertThat(housing.services())
                .extracting(CatalogueEntry::name)
                .contains(
                        "Orientation",
                        "Assessment",
                        "Plan development",
                        "Referral with advocacy or brokering",
                        "Service coordination",
                        "Annual reassessment",
                        "Attrition follow-up",
                        "Advising and life skills",
                        "Training",
                        "Support group",
                        "Home visit")
                .contains(
                        "Family crisis intervention",
                        "Food",
                        "Clothing",
                        "Shelter and utilities",
                        "Emergency medical or mental health care",
                        "Emergency detoxification")
                .contains("Transport", "Childcare", "Health care");
        assertThat(housing.services())
                .filteredOn(s -> s.code().equals("ATTRITION") || s.code().equals("DETOX"))
                .hasSize(2)
                .noneMatch(CatalogueEntry::qualifying);
    }

    private static int days(ServiceCatalogue catalogue, String code) {
        return catalogue.services().stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow()
                .longestDays();
    }
}
