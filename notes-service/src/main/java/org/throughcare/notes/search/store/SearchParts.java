package org.throughcare.notes.search.store;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.search.ClosingASearch;
import org.throughcare.notes.search.DisengagedSearch;
import org.throughcare.notes.search.OpeningASearch;
import org.throughcare.notes.search.SearchEvent;
import org.throughcare.notes.search.SearchSnapshot;
import org.throughcare.notes.search.TryingAStep;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;

@Configuration(proxyBeanMethods = false)
class SearchParts {

    static final AggregateType<DisengagedSearch> TYPE = AggregateType.named(
                    "disengaged-search", DisengagedSearch.class, SearchEvent.class)
            .announcing(SearchSnapshot.class, SearchSnapshot::of)
            .aboutParticipant(search -> search.course().participant())
            .atSite(search -> search.course().site())
            .indexed("course.participant")
            .build();

    @Bean
    Aggregates<DisengagedSearch> disengagedSearches(AggregateStores stores) {
        return stores.of(TYPE);
    }

    @Bean
    OpeningASearch openingASearch(Aggregates<DisengagedSearch> searches, Known known, InstantSource clock) {
        return new OpeningASearch(searches, known, clock);
    }

    @Bean
    TryingAStep tryingAStep(Aggregates<DisengagedSearch> searches, Known known, InstantSource clock) {
        return new TryingAStep(searches, known, clock);
    }

    @Bean
    ClosingASearch closingASearch(Aggregates<DisengagedSearch> searches, Known known, InstantSource clock) {
        return new ClosingASearch(searches, known, clock);
    }
}
