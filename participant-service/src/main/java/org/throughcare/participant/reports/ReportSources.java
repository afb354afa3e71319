package org.throughcare.participant.reports;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/** The copies that reports read, of the grantee in scope. */
public interface ReportSources {

    /** Every site of the grantee. */
    List<Known.Site> sites();

    Optional<Known> of(String site);

    /** Days on which each of these participants was in contact, in order. */
    Map<String, NavigableSet<LocalDate>> contactDays(Collection<String> participants);
}
