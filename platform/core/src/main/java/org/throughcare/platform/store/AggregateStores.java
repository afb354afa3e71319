package org.throughcare.platform.store;

import org.throughcare.platform.aggregate.AggregateType;

/** Opens the store of a kind of aggregate, once at start-up, as a bean. */
public interface AggregateStores {

    <S> Aggregates<S> of(AggregateType<S> type);
}
