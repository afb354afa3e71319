package org.throughcare.platform.subject;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.throughcare.embedded.EmbeddedDocumentStore;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.aggregate.AggregateType;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Decision;
import org.throughcare.platform.aggregate.Happened;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.store.Stores;
import org.throughcare.platform.tenancy.Scope;
import org.throughcare.platform.tenancy.TenantDatabases;
import org.throughcare.platform.time.BusinessClock;

@DisplayName("What is kept about a person is found, up to a bound that is said")
class StoredShelfTest {

    /** About one person, or about those who sit at it. */
    record Paper(String id, @Nullable String about, List<Seat> seats) {}

    record Seat(String person) {}

    sealed interface PaperEvent extends Happened {
        record PaperWritten() implements PaperEvent {}
    }

    private final EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
    private final MongoClient client = MongoClients.create(store.connectionString());
    private final Aggregates<Paper> papers = new Stores(
                    new TenantDatabases() {
                        @Override
                        public MongoDatabase current() {
                            return client.getDatabase(Scope.current().grantee());
                        }

                        @Override
                        public MongoDatabase journal() {
                            return current();
                        }

                        @Override
                        public MongoDatabase control() {
                            return current();
                        }
                    },
                    new BusinessClock(),
                    entry -> {})
            .of(AggregateType.named("paper", Paper.class, PaperEvent.class)
                    .aboutParticipant(Paper::about)
                    .indexed("seats.person")
                    .build());

    @BeforeEach
    void write() {
        papers("three-rivers", new Paper("1", "ann", List.of()), new Paper("2", "ann", List.of(new Seat("bob"))));
        papers("three-rivers", new Paper("3", "anna", List.of(new Seat("bob"), new Seat("ann"))));
        papers("three-rivers", new Paper("4", null, List.of(new Seat("eve"))));
        papers("high-plains", new Paper("5", "ann", List.of(new Seat("ann"))));
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    @DisplayName("by whom it is about, under every id that is given, and nobody else's nor another grantee's")
    void about() {
        assertThat(ids(StoredShelf.about(papers), "ann")).containsExactly("1", "2");
        assertThat(ids(StoredShelf.about(papers), "ann", "anna")).containsExactly("1", "2", "3");
        assertThat(ids(StoredShelf.about(papers), "bob")).isEmpty();
    }

    @Test
    @DisplayName("by whom it names, at any of the paths")
    void naming() {
        assertThat(ids(StoredShelf.naming(papers, "seats.person"), "bob", "eve"))
                .containsExactly("2", "3", "4");
        assertThat(ids(StoredShelf.naming(papers, "seats.person", "about"), "ann"))
                .containsExactly("1", "2", "3");
    }

    @Test
    @DisplayName("as many as the bound are all there is; one more and it is said that there are more")
    void bound() {
        Held<Paper> whole = of(new StoredShelf<>(papers, 2, List.of("participant")), "ann");
        assertThat(whole.all()).isTrue();
        assertThat(whole.cut("papers")).isEmpty();
        Held<Paper> cut = of(new StoredShelf<>(papers, 2, List.of("participant")), "ann", "anna");
        assertThat(cut.items()).hasSize(2);
        assertThat(cut.cut("papers")).containsExactly(new Cut("papers", 2));
        assertThat(cut.map(Paper::id).cut("ids")).containsExactly(new Cut("ids", 2));
    }

    private void papers(String grantee, Paper... all) {
        new Scope(grantee, Actor.system("test"), "").run(() -> {
            for (Paper each : all) {
                papers.create(
                        Command.withId(each.id()),
                        each.id(),
                        () -> Decision.accept(each, new PaperEvent.PaperWritten()));
            }
        });
    }

    private static List<String> ids(Shelf<Paper> shelf, String... people) {
        return of(shelf, people).map(Paper::id).items();
    }

    private static Held<Paper> of(Shelf<Paper> shelf, String... people) {
        List<Held<Paper>> found = new ArrayList<>();
        new Scope("three-rivers", Actor.system("test"), "").run(() -> found.add(shelf.of(List.of(people))));
        return found.getFirst();
    }
}
