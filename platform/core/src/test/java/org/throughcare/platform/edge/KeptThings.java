package org.throughcare.platform.edge;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.store.AggregateStores;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.Answers;

/** Things that are kept, so that a command can come again. */
@RestController
class KeptThings {

    record Kept(String name) {}

    record NameGiven(String name) implements Happened {}

    record Naming(String name) {}

    private final Aggregates<Kept> things;

    KeptThings(AggregateStores stores) {
        things = stores.of(AggregateType.named("kept", Kept.class, NameGiven.class)
                .announcing(Kept.class, kept -> kept)
                .build());
    }

    @PostMapping("/kept/{id}")
    ResponseEntity<Object> begin(Command command, @PathVariable String id, @RequestBody Naming naming) {
        return answer(things.create(command, id, () -> named(naming)));
    }

    @PutMapping("/kept/{id}")
    ResponseEntity<Object> name(Command command, @PathVariable String id, @RequestBody Naming naming) {
        return answer(things.change(command, id, _ -> named(naming)));
    }

    private static Decision<Kept> named(Naming naming) {
        return Decision.accept(new Kept(naming.name()), new NameGiven(naming.name()));
    }

    private static ResponseEntity<Object> answer(Result<Kept> result) {
        return Answers.of(result, "kept thing", kept -> kept.state());
    }
}
