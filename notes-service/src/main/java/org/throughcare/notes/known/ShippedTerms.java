package org.throughcare.notes.known;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughcare.notes.note.Method;

/** What the suite ships for each programme, as data: holds until a policy is published, and where a policy is silent. */
public final class ShippedTerms {

    private static final String STANDARD = "LEAP";

    private final Map<String, ContactTerms> byProgramme;

    public ShippedTerms(List<ContactTerms> shipped) {
        byProgramme = shipped.stream().collect(Collectors.toMap(ContactTerms::programme, Function.identity()));
    }

    /** For a programme nobody has shipped terms for, those of the standard one under its name. */
    ContactTerms of(String programme) {
        ContactTerms own = byProgramme.get(programme);
        if (own != null) {
            return own;
        }
        ContactTerms standard = Objects.requireNonNull(byProgramme.get(STANDARD), "the standard programme's terms");
        return new ContactTerms(
                programme,
                0,
                standard.unit(),
                standard.everyDays(),
                standard.methods(),
                standard.attemptOnly(),
                standard.lapseDays());
    }

    ContactTerms under(KnownPolicy policy) {
        ContactTerms shipped = of(policy.programme());
        KnownPolicy.Values said = policy.values();
        return new ContactTerms(
                policy.programme(),
                policy.version(),
                unit(said.contactUnit(), shipped),
                Objects.requireNonNullElse(said.contactEveryDays(), shipped.everyDays()),
                said.contactMethods() == null ? shipped.methods() : Method.known(said.contactMethods()),
                said.attemptOnlyMethods() == null ? shipped.attemptOnly() : Method.known(said.attemptOnlyMethods()),
                Objects.requireNonNullElse(said.lapseOpensSearchAfterDays(), shipped.lapseDays()));
    }

    /** A unit that only a newer version knows is passed over. */
    private static ContactTerms.Unit unit(@Nullable String said, ContactTerms shipped) {
        return Arrays.stream(ContactTerms.Unit.values())
                .filter(each -> each.name().equals(said))
                .findFirst()
                .orElse(shipped.unit());
    }
}
