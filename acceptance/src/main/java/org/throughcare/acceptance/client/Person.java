package org.throughcare.acceptance.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A person who signed in through the same form as everybody and holds the cookie of a session. */
public final class Person extends Caller {

    private static final Pattern FORM = Pattern.compile("<form[^>]*?action=\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>", Pattern.DOTALL);

    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final String name;
    private String csrf = "";

    private Person(String gateway, HttpClient client, String name) {
        super(gateway, client);
        this.name = name;
    }

    /** Opens {@code /sign-in}, fills in the form that comes, and comes back with a session. */
    public static Person signIn(String gateway, String username, String password) {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(BrowserCookies.manager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<String> form = client.send(
                    HttpRequest.newBuilder(URI.create(gateway + "/sign-in?next=/session"))
                            .timeout(ANSWER)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            Matcher action = FORM.matcher(form.body());
            if (!action.find()) {
                throw new NotAsExpected("no sign-in form at " + form.uri() + ": " + form.statusCode());
            }
            Map<String, String> fields = hidden(form.body());
            fields.put("username", username);
            fields.put("password", password);
            HttpResponse<String> back = client.send(
                    HttpRequest.newBuilder(form.uri().resolve(action.group(1).replace("&amp;", "&")))
                            .timeout(ANSWER)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (!back.uri().toString().startsWith(gateway)) {
                throw new NotAsExpected(username + " was not signed in; stopped at " + back.uri());
            }
        } catch (IOException away) {
            throw new NotAsExpected("sign-in was not answered: " + away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotAsExpected("interrupted");
        }
        Person person = new Person(gateway, client, username);
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

    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher each = HIDDEN.matcher(page);
        while (each.find()) {
            String name = attribute(each.group(), "name");
            if (!name.isEmpty()) {
                fields.put(name, attribute(each.group(), "value"));
            }
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
