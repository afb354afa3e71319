package org.throughcare.participant.reports;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The copies that reports read, of the grantee in scope. Everything about one person comes in one page, and a page has few people,
 * so that a report needs no more memory at a site of fifty thousand than at one of five hundred. Somebody with several ids is one
 * person, at the site of the record that stands for them, wherever the others are (H8).
 */
public interface ReportSources {

    /** Every site of the grantee that is open, by name. */
    List<Known.Site> sites();

    Optional<Known.Site> site(String id);

    /** Hands over those whom the report is about, page by page, in no order; each person is in one page only. */
    void pages(Known.Site site, About about, Consumer<Known> reader);

    List<Known.Staff> staff(Known.Site site);

    /**
     * Staff, open cases, of each its worker and weight, and who of a site is inside; whole, because caseloads are compared with one
     * another. Nothing else.
     */
    Known caseloads(Known.Site site);

    /** Days on which each of these participants was in contact, under whichever of their ids, in order. */
    Map<String, NavigableSet<LocalDate>> contactDays(Collection<String> participants);
}
