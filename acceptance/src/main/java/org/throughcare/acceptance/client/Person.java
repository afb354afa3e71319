package org.throughcare.acceptance.client;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** A person who signed in through the same form as everybody and holds the cookie of a session. */
public final class Person extends Caller {

    private final String name;
    private String csrf = "";

    private Person(String gateway, Browser browser, String name) {
        super(gateway, browser.client());
        this.name = name;
    }

    /** Opens {@code /sign-in}, fills in the form that comes, and comes back with a session. */
    public static Person signIn(String gateway, String username, String password) {
        Browser browser = new Browser();
        HttpResponse<String> back = browser.fillIn(browser.get(gateway + "/sign-in?next=/session"), username, password);
        if (!back.uri().toString().startsWith(gateway)) {
            throw new NotAsExpected(username + " was not signed in; stopped at " + back.uri());
        }
        Person person = new Person(gateway, browser, username);
        JsonNode session = person.get("/session").ok().json();
        person.csrf = session.path("csrfToken").asString("");
        return person;
    }

    public String name() {
        return name;
    }

    @Override
    void identify(HttpRequest.Builder request, boolean unsafe) {
        if (unsafe) {
            request.setHeader("X-CSRF-Token", csrf);
        }
    }
}
