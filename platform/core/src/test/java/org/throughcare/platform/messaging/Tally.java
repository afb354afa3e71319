package org.throughcare.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Refusal;

/** The smallest aggregate that shows a lost or doubled effect: it remembers every addition by name. */
record Tally(String label, List<Addition> additions) {

    record Addition(String id, long amount) {}

    sealed interface TallyEvent extends Happened {
        record TallyOpened(String label) implements TallyEvent {}

        record AmountAdded(String id, long amount) implements TallyEvent {}

        record LabelChanged(String label) implements TallyEvent {}
    }

    record Snapshot(String label, long sum, List<Addition> additions) {}

    static final AggregateType<Tally> TYPE = AggregateType.named("tally", Tally.class, TallyEvent.class)
            .announcing(Snapshot.class, t -> new Snapshot(t.label, t.sum(), t.additions))
            .build();

    static Decision<Tally> open(String label) {
        return Decision.accept(new Tally(label, List.of()), new TallyEvent.TallyOpened(label));
    }

    Decision<Tally> add(String id, long amount) {
        if (amount < 0) {
            return Decision.refuse(Refusal.invalid("not-negative", "amount", "An amount is not negative."));
        }
        List<Addition> more = new ArrayList<>(additions);
        more.add(new Addition(id, amount));
        return Decision.accept(new Tally(label, more), new TallyEvent.AmountAdded(id, amount));
    }

    Decision<Tally> rename(String to) {
        return to.equals(label)
                ? Decision.unchanged()
                : Decision.accept(new Tally(to, additions), new TallyEvent.LabelChanged(to));
    }

    long sum() {
        return additions.stream().mapToLong(Addition::amount).sum();
    }
}
