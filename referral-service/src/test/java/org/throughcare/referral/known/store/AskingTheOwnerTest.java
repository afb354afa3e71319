package org.throughcare.referral.known.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.web.OwnerClient;
import org.throughcare.referral.known.InformationKind;
import org.throughcare.referral.known.Releases;

class AskingTheOwnerTest {

    private static final UUID PERSON = new UUID(0, 1);
    private static final UUID PARTNER = new UUID(0, 2);
    private static final UUID REFERRAL = new UUID(0, 3);

    private final List<String> asked = new ArrayList<>();
    private final OwnerClient owner = new OwnerClient() {
        @Override
        public <T> Optional<T> get(String service, String path, Class<T> type) {
            asked.add(path);
            return Optional.of(Json.mapper().readValue("{\"stands\":false}", type));
        }
    };
    private final Releases releases = new AskingTheOwner(owner);

    @ParameterizedTest
    @CsvSource({"SENDING,sending", "TELLING,telling", "READING,reading"})
    @DisplayName("C7 the owner is told which referral relies on the release, and for what: it goes on record there")
    void saysWhatFor(Releases.Doing doing, String word) {
        releases.standing(
                PERSON,
                PARTNER,
                List.of(InformationKind.IDENTITY, InformationKind.HOUSING_NEED),
                new Releases.About(REFERRAL, doing));
        assertThat(asked)
                .containsExactly("/participants/" + PERSON + "/consents/standing?recipient=" + PARTNER
                        + "&kind=IDENTITY,HOUSING_NEED&about=referral/" + REFERRAL + "/" + word);
        assertThat(URI.create("http://owner" + asked.getFirst()).getQuery())
                .endsWith("referral/" + REFERRAL + "/" + word);
    }

    @Test
    @DisplayName("C7 what it is asked for fits the record, which has room for 200 characters")
    void fits() {
        assertThat(new Releases.About(REFERRAL, Releases.Doing.TELLING).words()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    @DisplayName("C7 with no kind of information named nobody is asked")
    void nothingNamed() {
        assertThat(releases.standing(PERSON, PARTNER, List.of(), new Releases.About(REFERRAL, Releases.Doing.SENDING)))
                .isInstanceOf(Releases.None.class);
        assertThat(asked).isEmpty();
    }
}
