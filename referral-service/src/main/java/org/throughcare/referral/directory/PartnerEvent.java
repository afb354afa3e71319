package org.throughcare.referral.directory;

import org.throughcare.platform.aggregate.Happened;

/** What happens to a partner. */
public sealed interface PartnerEvent extends Happened {

    record PartnerRegistered(String name) implements PartnerEvent {}

    record PartnerChanged(String name, boolean active) implements PartnerEvent {}
}
