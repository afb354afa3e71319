package org.throughcare.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.Aggregates;

@DisplayName("One command, one document, one write")
class GuardedWriteTest {

    private final Backbone backbone = new Backbone();
    private final Backbone.Instance service = backbone.instance("writer");
    private Aggregates<Tally> tallies = service.tallies();

    @BeforeEach
    void open() {
        assertThat(run(() -> tallies.create(Command.withId("open"), "t1", () -> Tally.open("first"))))
                .isInstanceOf(Result.Done.class);
    }

    @AfterEach
    void close() {
        backbone.close();
    }

    @Test
    @DisplayName("a repeated command gets the first answer and has no second effect, also after others came between")
    void repeats() {
        Result<Tally> first = add("c1", "a", 5);
        add("c2", "b", 7);
        Result<Tally> again = add("c1", "a", 5);

        assertThat(first)
                .isInstanceOfSatisfying(
                        Result.Done.class, done -> assertThat(done.revision()).isEqualTo(2));
        assertThat(again).isInstanceOfSatisfying(Result.Done.class, done -> {
            assertThat(done.repeated()).isTrue();
            assertThat(done.revision()).isEqualTo(2);
        });
        assertThat(current().state().sum()).isEqualTo(12);
        assertThat(current().revision()).isEqualTo(3);
    }

    @Test
    @DisplayName("a repeat with If-Match is the first answer, not a false 412")
    void repeatIsNotStale() {
        Command command = new Command("c1", null, 1L, false);
        run(() -> tallies.change(command, "t1", t -> t.add("a", 1)));
        assertThat(run(() -> tallies.change(command, "t1", t -> t.add("a", 1))))
                .isInstanceOfSatisfying(
                        Result.Done.class, done -> assertThat(done.repeated()).isTrue());
        assertThat(run(() -> tallies.change(Command.withId("c2").expecting(1), "t1", t -> t.add("b", 1))))
                .isEqualTo(new Result.Stale<Tally>(2));
    }

    @Test
    @DisplayName("a key reused for another request is refused")
    void keyReused() {
        run(() -> tallies.change(new Command("k", "print-1", null, false), "t1", t -> t.add("a", 1)));
        assertThat(run(() -> tallies.change(new Command("k", "print-2", null, false), "t1", t -> t.add("b", 2))))
                .isInstanceOf(Result.Refused.class);
        assertThat(current().state().sum()).isEqualTo(1);
    }

    @Test
    @DisplayName("nothing changed, refused, missing: no revision, no entry")
    void noEntryForNothing() {
        run(() -> tallies.change(Command.withId("c1"), "t1", t -> t.rename("first")));
        run(() -> tallies.change(Command.withId("c2"), "t1", t -> t.add("a", -1)));
        assertThat(run(() -> tallies.change(Command.withId("c3"), "nobody", t -> t.add("a", 1))))
                .isInstanceOf(Result.Missing.class);
        assertThat(current().revision()).isEqualTo(1);
        assertThat(raw().getList("outbox", Document.class)).hasSize(1);
    }

    @Test
    @DisplayName("fields of a newer version stay, at the top and in list elements")
    void unknownFieldsStay() {
        add("c1", "a", 5);
        service.inScope(() -> service.databases
                .current()
                .getCollection("tally")
                .updateOne(
                        new Document("_id", "t1"),
                        new Document(
                                "$set",
                                new Document("body.colour", "green")
                                        .append(
                                                "body.additions",
                                                List.of(new Document("id", "a")
                                                        .append("amount", 5L)
                                                        .append("unit", "hours"))))));
        add("c2", "b", 6);
        Document body = raw().get("body", Document.class);
        assertThat(body.getString("colour")).isEqualTo("green");
        assertThat(body.getList("additions", Document.class).getFirst().getString("unit"))
                .isEqualTo("hours");
        assertThat(body.getList("additions", Document.class)).hasSize(2);
    }

    @Test
    @DisplayName("marks are kept for a week and at least the last 64")
    void marksAreKept() {
        for (int i = 0; i < 80; i++) {
            add("c" + i, "a" + i, 1);
        }
        assertThat(raw().getList("handled", Document.class)).hasSize(81);
        List<Document> aged = raw().getList("handled", Document.class);
        aged.forEach(mark -> mark.put("at", new Date(0)));
        service.inScope(() -> service.databases
                .current()
                .getCollection("tally")
                .updateOne(new Document("_id", "t1"), new Document("$set", new Document("handled", aged))));
        add("last", "z", 1);
        assertThat(raw().getList("handled", Document.class)).hasSize(64);
        assertThat(add("c79", "a79", 1))
                .isInstanceOfSatisfying(
                        Result.Done.class, done -> assertThat(done.repeated()).isTrue());
    }

    private Result<Tally> add(String command, String id, long amount) {
        return run(() -> tallies.change(Command.withId(command), "t1", t -> t.add(id, amount)));
    }

    private Stored<Tally> current() {
        return service.inScope(() -> tallies.find("t1").orElseThrow());
    }

    private Document raw() {
        Document found = service.inScope(() -> service.databases
                .current()
                .getCollection("tally")
                .find(new Document("_id", "t1"))
                .first());
        assertThat(found).isNotNull();
        return found;
    }

    private <T> T run(java.util.concurrent.Callable<T> work) {
        return service.inScope(work);
    }
}
