package org.throughcare.participant.enrolment;

import java.time.LocalDate;
import org.throughcare.participant.policy.Programme;

/** The catalogues of all programmes. */
public interface ServiceCatalogues {

    /** The version effective on a day at the site. */
    ServiceCatalogue of(Programme programme, LocalDate on);
}
