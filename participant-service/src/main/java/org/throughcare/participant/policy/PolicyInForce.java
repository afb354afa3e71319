package org.throughcare.participant.policy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The policy that binds on a day. A decision made under it stores {@code id} and {@code version}.
 *
 * @param site the site whose own version this is; null for the programme's
 * @param version counts publications of this policy from 1; 0 for the values that ship
 */
public record PolicyInForce(
        UUID id, int version, Programme programme, @Nullable UUID site, LocalDate effectiveFrom, PolicyValues values) {}
