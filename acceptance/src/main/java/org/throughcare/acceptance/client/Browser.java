package org.throughcare.acceptance.client;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Follows where it is sent, keeps cookies, and fills in the form it is shown. */
public final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*?action=\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>", Pattern.DOTALL);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final CookieManager cookies = BrowserCookies.manager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html,*/*"));
    }

    public HttpResponse<String> post(String address, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.noBody());
        headers.forEach(request::header);
        return send(request);
    }

    /** Whether this page asks for a password. */
    public static boolean isForm(HttpResponse<String> page) {
        return page.statusCode() == 200
                && page.body().contains("name=\"password\"")
                && FORM.matcher(page.body()).find();
    }

    /**
     * Where the filled-in form leads in the end.
     *
     * @throws NotAsExpected when the page has no form
     */
    public HttpResponse<String> fillIn(HttpResponse<String> page, String username, String password) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new NotAsExpected("no sign-in form at " + page.uri() + ": " + page.statusCode());
        }
        Map<String, String> fields = hidden(page.body());
        fields.put("username", username);
        fields.put("password", password);
        return send(HttpRequest.newBuilder(page.uri().resolve(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html,*/*")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    public Map<String, String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue, (one, _) -> one));
    }

    /** With the same cookies. */
    HttpClient client() {
        return http;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(ANSWER).build(), BodyHandlers.ofString());
        } catch (IOException away) {
            throw new NotAsExpected("the browser was not answered: " + away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotAsExpected("interrupted");
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
