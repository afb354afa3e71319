package org.throughcare.referral.directory.hsds;

import java.util.List;
import org.throughcare.referral.directory.ServiceListing;

/**
 * What a document came to.
 *
 * @param sound the services in which, and in whose parts, nothing is wrong
 */
public record HsdsReading(List<ServiceListing> sound, List<HsdsFault> faults) {

    public HsdsReading {
        sound = List.copyOf(sound);
        faults = List.copyOf(faults);
    }
}
