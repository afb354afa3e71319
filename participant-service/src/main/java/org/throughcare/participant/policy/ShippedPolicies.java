package org.throughcare.participant.policy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The values that ship with the suite, read from the five programmes' own documents. In force until a grantee publishes. */
public final class ShippedPolicies {

    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    private final Map<Programme, PolicyInForce> byProgramme = new EnumMap<>(Programme.class);

    public ShippedPolicies(Map<Programme, PolicyValues> values) {
        values.forEach((programme, each) -> byProgramme.put(
                programme,
                new PolicyInForce(ProgrammePolicy.idOf(programme, null, ALWAYS), 0, programme, null, ALWAYS, each)));
    }

    public PolicyInForce of(Programme programme) {
        return Objects.requireNonNull(byProgramme.get(programme), () -> "no values ship for " + programme);
    }
}
