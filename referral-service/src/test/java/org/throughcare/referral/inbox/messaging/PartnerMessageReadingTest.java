package org.throughcare.referral.inbox.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.cipher.FieldCipher;
import org.throughcare.referral.delivery.PartnerAddress;
import org.throughcare.referral.inbox.PartnerSays;
import org.throughcare.referral.referral.Outcome;

class PartnerMessageReadingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00.000Z");
    private static final PartnerAddress PARTNER = new PartnerAddress("three-rivers", UUID.randomUUID());
    private static final UUID REFERRAL = UUID.randomUUID();

    private static PartnerSays read(String event, @Nullable String userId, String body) throws Exception {
        return new PartnerMessageReading(new Keyless())
                .read(new PartnerAddress.Origin(PARTNER, event), userId, body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static String event(String attributes, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/p\",\"type\":\"t\"" + attributes
                + ",\"data\":{\"referral\":\"" + REFERRAL + "\"" + data + "}}";
    }

    private static void refused(String event, @Nullable String userId, String body, String why) {
        assertThatThrownBy(() -> read(event, userId, body))
                .isInstanceOf(PartnerMessageReading.Unreadable.class)
                .hasMessageContaining(why);
    }

    @Test
    @DisplayName("the broker's validated user must be the one of the key; without one the key is the proof")
    void whoItIs() throws Exception {
        assertThat(read("accepted", PARTNER.user(), event("", "")).from()).isEqualTo(PARTNER);
        assertThat(read("accepted", null, event("", "")).from()).isEqualTo(PARTNER);
        refused("accepted", "partner.three-rivers." + UUID.randomUUID(), event("", ""), "forged");
    }

    @Test
    @DisplayName("an outcome is a word, or a word and a day")
    void outcome() throws Exception {
        PartnerSays said =
                read("completed", null, event("", ",\"outcome\":{\"kind\":\"HOUSED\",\"on\":\"2026-03-01\"}"));
        assertThat(said.outcome()).isEqualTo(Outcome.Kind.HOUSED);
        assertThat(said.outcomeOn()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(read("completed", null, event("", ",\"outcome\":\"HIRED\"")).outcome())
                .isEqualTo(Outcome.Kind.HIRED);
        refused("completed", null, event("", ",\"outcome\":\"WON\""), "data.outcome is not known here");
        refused("completed", null, event("", ",\"outcome\":{\"kind\":\"HIRED\",\"on\":\"03/01/26\"}"), "not a date");
    }

    @Test
    @DisplayName("a reason, which is written to the log, repeats nothing that was said")
    void repeatsNothing() {
        assertThatThrownBy(() -> read("completed", null, event("", ",\"outcome\":\"RELAPSED\"")))
                .hasMessageNotContaining("RELAPSED");
        assertThatThrownBy(() -> read("accepted", null, event("", ",\"he has relapsed\":1")))
                .hasMessageNotContaining("relapsed");
        assertThatThrownBy(() -> read("accepted", null, "{ he has relapsed")).hasMessageNotContaining("relapsed");
    }

    @Test
    @DisplayName("what tells a repeat from something else is keyed: who has the store alone cannot find a short note by"
            + " trying")
    void fingerprint() throws Exception {
        assertThat(read("accepted", null, event("", ",\"note\":\"yes\"")).fingerprint())
                .isEqualTo(
                        read("accepted", null, event("", ",\"note\":\"yes\"")).fingerprint())
                .startsWith("by the grantee's key: ");
    }

    @Test
    @DisplayName("256 KiB are read, one byte more is not")
    void size() throws Exception {
        String event = event("", "");
        String largest = event + " ".repeat(PartnerMessageReading.LARGEST - event.length());
        assertThat(read("accepted", null, largest).referral()).isEqualTo(REFERRAL);
        refused("accepted", null, largest + " ", "larger than");
    }

    @Test
    @DisplayName("extension attributes are allowed in a CloudEvent, unknown data is not")
    void unknown() throws Exception {
        assertThat(read("accepted", null, event(",\"traceparent\":\"00-1\"", ""))
                        .messageId())
                .isEqualTo("1");
        refused("accepted", null, event("", ",\"diagnosis\":\"x\""), "data.diagnosis is not known here");
        refused("accepted", null, event(",\"Trace_Id\":\"x\"", ""), "no attribute of a CloudEvent");
        refused("opened", null, event("", ""), "the routing key's event is not known here");
    }

    @Test
    @DisplayName("a time a day ahead is a clock gone wrong by a day at most; later is refused")
    void time() throws Exception {
        assertThat(read("accepted", null, event(",\"time\":\"2026-03-03T15:00:00Z\"", ""))
                        .messageId())
                .isEqualTo("1");
        refused("accepted", null, event(",\"time\":\"2026-03-03T15:00:01Z\"", ""), "in the future");
        refused("accepted", null, event(",\"time\":\"yesterday\"", ""), "RFC 3339");
    }

    @Test
    @DisplayName("the reason why something is not JSON says where, never what")
    void notJson() {
        assertThatThrownBy(() -> read("accepted", null, "Dara Wells accepted"))
                .hasMessageContaining("not JSON")
                .message()
                .doesNotContain("Dara");
    }

    @Test
    @DisplayName("a key of three parts names grantee, partner and event; others name nobody")
    void key() {
        PartnerAddress.Origin origin = PartnerAddress.of(PARTNER.key("accepted"));
        assertThat(origin).isEqualTo(new PartnerAddress.Origin(PARTNER, "accepted"));
        assertThat(PartnerAddress.of("three-rivers.accepted")).isNull();
        assertThat(PartnerAddress.of(PARTNER.key("accepted") + ".twice")).isNull();
        assertThat(PartnerAddress.of("")).isNull();
    }

    private static final class Keyless implements FieldCipher {
        @Override
        public String seal(String where, String plain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String open(String where, String sealed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String blindIndex(String kind, String plain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String fingerprint(byte[]... parts) {
            return "by the grantee's key: " + new String(parts[0], StandardCharsets.UTF_8);
        }
    }
}
