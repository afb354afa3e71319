package org.throughcare.referral.money.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.referral.money.Budget;
import org.throughcare.referral.money.BudgetEvent;
import org.throughcare.referral.money.BudgetSnapshot;

@Configuration(proxyBeanMethods = false)
class BudgetParts {

    static final AggregateType<Budget> TYPE = AggregateType.named("budget", Budget.class, BudgetEvent.class)
            .announcing(BudgetSnapshot.class, BudgetSnapshot::of)
            .atSite(budget -> budget.site().toString())
            .indexed("site")
            .indexed("lines.participant")
            .build();

    @Bean
    Aggregates<Budget> budgets(AggregateStores stores) {
        return stores.of(TYPE);
    }
}
