package org.throughcare.acceptance.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.throughcare.acceptance.access.AccessTable.Row;
import org.throughcare.acceptance.badinput.Asking;
import org.throughcare.acceptance.badinput.Asking.Said;
import org.throughcare.acceptance.badinput.Description;
import org.throughcare.acceptance.badinput.Description.Operation;
import org.throughcare.acceptance.process.Fleet;
import org.throughcare.acceptance.process.ServiceProcess;

/** Asks one operation as everybody who might, with good tokens and bad, and holds the answers against the table. */
final class AskingEverybody {

    private static final String GATEWAY = "gateway";

    private final Fleet fleet;
    private final Belongings belongings;
    private final Secrets secrets;
    private final AccessTable table;
    private final Requests requests;
    private final Map<String, String> badTokens;
    private final List<String> wrong = new ArrayList<>();
    private int asked;
    private int turn;

    AskingEverybody(Fleet fleet, Belongings belongings, Requests requests, Secrets secrets, AccessTable table) {
        this.fleet = fleet;
        this.belongings = belongings;
        this.secrets = secrets;
        this.table = table;
        this.requests = requests;
        this.badTokens = new BadTokens(fleet.issuer(), Fleet.GRANTEE, belongings.id("administrator")).all();
    }

    void ask(ServiceProcess service, Description description, Operation operation) {
        String route = service.wireName() + " " + operation;
        Row row = table.row(route);
        if (row == null) {
            wrong.add("no row for " + route + "; asked, it would be: " + found(service, description, operation));
            return;
        }
        if (row.open()) {
            Outcome outcome = Outcome.of(said(requests.asking(description, service.uri(), operation)));
            if (outcome == Outcome.UNKNOWN) {
                wrong.add(route + " is open, and was not to somebody without a token");
            }
            return;
        }
        withBadTokens(route, service, description, operation);
        for (Asker asker : Asker.values()) {
            if (!operation.isStream()) {
                Said said = said(request(service, description, operation, asker));
                Outcome outcome = Outcome.of(said);
                if (!outcome.word.equals(row.words().get(asker))) {
                    wrong.add(route + " as " + asker + " is " + outcome + ", not "
                            + row.words().get(asker) + ": " + said.inShort());
                }
                tellsNothing(route, asker, outcome, said);
            }
        }
    }

    /** Directly with each and, for what a service has, through the gateway with none and with one of them, in turn. */
    private void withBadTokens(String route, ServiceProcess service, Description description, Operation operation) {
        refused(route + ", no token", said(requests.asking(description, service.uri(), operation)));
        badTokens.forEach((what, token) -> refused(
                route + ", a token " + what,
                said(requests.asking(description, service.uri(), operation).token(token))));
        if (!service.wireName().equals(GATEWAY)) {
            String base = fleet.process(GATEWAY).uri() + "/api/" + service.wireName();
            List<String> kinds = List.copyOf(badTokens.keySet());
            String what = kinds.get(turn++ % kinds.size());
            refused(route + " at the gateway, no token", said(requests.asking(description, base, operation)));
            refused(
                    route + " at the gateway, a token " + what,
                    said(requests.asking(description, base, operation)
                            .token(Objects.requireNonNull(badTokens.get(what)))));
        }
    }

    private void refused(String what, Said said) {
        if (said.status() != 401 || !said.isProblem() || !secretsIn(said).isEmpty()) {
            wrong.add(what + ": " + said.inShort());
        }
    }

    /** Nothing of the file to whoever is refused, and nothing at all to another grantee, whatever the answer. */
    private void tellsNothing(String route, Asker asker, Outcome outcome, Said said) {
        boolean mayKnow = outcome == Outcome.YES && asker != Asker.ELSEWHERE;
        String all = said.body() + said.headers();
        boolean names = all.contains(Belongings.FAMILY) || all.contains(Belongings.SITE_NAME);
        if (!mayKnow && (names || !secretsIn(said).isEmpty())) {
            wrong.add(route + " tells " + asker + " of " + secretsIn(said) + ": " + said.inShort());
        }
    }

    private Collection<String> secretsIn(Said said) {
        return secrets.shownIn(said.body() + said.headers());
    }

    private Asking request(ServiceProcess service, Description description, Operation operation, Asker asker) {
        Asking asking = requests.asking(description, service.uri(), operation).token(belongings.token(asker));
        // With ids of their own: who takes the example in has the ids of the example, and then rightly finds them.
        return asker == Asker.ELSEWHERE && operation.path().equals("/directory/imports")
                ? asking.json(Bodies.json(Bodies.directory()).replace("0190aaaa", "0190eeee"))
                : asking;
    }

    private String found(ServiceProcess service, Description description, Operation operation) {
        StringBuilder line = new StringBuilder();
        for (Asker asker : Asker.values()) {
            line.append(
                    operation.isStream()
                            ? "s "
                            : Outcome.of(said(request(service, description, operation, asker))).word + " ");
        }
        return line.toString();
    }

    private Said said(Asking asking) {
        asked++;
        return asking.said();
    }

    List<String> wrong() {
        return wrong;
    }

    String told() {
        return asked + " requests on " + table.routes().size() + " routes; otherwise than the table says: "
                + wrong.size();
    }
}
