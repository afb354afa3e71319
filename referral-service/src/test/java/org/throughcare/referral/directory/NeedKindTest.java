package org.throughcare.referral.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedKindTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Family crisis intervention, CRISIS",
        "Domestic violence hotline, CRISIS",
        "Food pantry, FOOD",
        "Clothing closet, CLOTHING",
        "Emergency shelter, HOUSING",
        "Utility assistance, HOUSING",
        "Emergency medical care, HEALTH",
        "Mental health urgent care, HEALTH",
        "Emergency detoxification, TREATMENT",
        "Transportation vouchers, TRANSPORT",
        "Child care, CHILDCARE",
        "Dental clinic, HEALTH",
        "Nutrition classes, HEALTH",
        "Support group for fathers, SUPPORT_GROUP",
        "Parenting and home management, LIFE_SKILLS",
        "Welding training, TRAINING"
    })
    @DisplayName(
            "H10 what stabilises and supports somebody is a kind of need of its own, found in the words of a listing")
    void found(String listing, NeedKind kind) {
        assertThat(NeedKind.in(listing)).contains(kind).doesNotContain(NeedKind.OTHER);
    }

    @ParameterizedTest
    @CsvSource({"Chess club", "Umbrella repair"})
    @DisplayName("H10 a listing that says nothing of the kind is of another one")
    void other(String listing) {
        assertThat(NeedKind.in(listing)).containsExactly(NeedKind.OTHER);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Electrical apprenticeship, TRAINING",
        "Parenting class, LIFE_SKILLS",
        "A house managed by its tenants, OTHER",
        "Bride and groom outfitters, OTHER",
        "GED classes, EDUCATION"
    })
    @DisplayName(
            "Y17 a word inside another says nothing: there is no rent in an apprenticeship, and no GED in what is managed")
    void wholeWords(String listing, NeedKind kind) {
        assertThat(NeedKind.in(listing)).containsExactly(kind);
    }
}
