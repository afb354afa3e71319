package org.throughcare.referral.directory;

import java.time.LocalDate;
import org.throughcare.platform.aggregate.Happened;

/** What happens to a listing. */
public sealed interface ServiceListingEvent extends Happened {

    record ListingImported(String name) implements ServiceListingEvent {}

    record ListingCertified(LocalDate until) implements ServiceListingEvent {}
}
