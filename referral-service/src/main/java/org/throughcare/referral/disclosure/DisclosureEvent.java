package org.throughcare.referral.disclosure;

import java.util.List;
import java.util.UUID;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.referral.known.InformationKind;

/** What happens to a disclosure. */
public sealed interface DisclosureEvent extends Happened {

    record DisclosureDecided(String event, List<InformationKind> kinds) implements DisclosureEvent {}

    record DisclosureUncertain(int tries) implements DisclosureEvent {}

    record DisclosureSent() implements DisclosureEvent {}

    record DisclosureWithheld(String reason) implements DisclosureEvent {}

    record DisclosurePutOff(String waitsFor) implements DisclosureEvent {}

    /** The partner was shown content. */
    record DisclosureRead(UUID consent, long consentRevision, List<InformationKind> kinds) implements DisclosureEvent {}
}
