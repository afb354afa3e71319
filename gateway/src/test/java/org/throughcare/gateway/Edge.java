package org.throughcare.gateway;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.throughcare.embedded.EmbeddedDocumentStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway with everything it needs around it; each test class has one of its own. */
final class Edge implements AutoCloseable {

    static final String SESSIONS_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    final StubIssuer issuer = new StubIssuer();
    final StubService participant = new StubService();
    final StubService notes = new StubService();
    final StubService scheduling = new StubService();
    final StubService referral = new StubService();
    final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    final JsonMapper json = JsonMapper.builder().build();

    private final EmbeddedDocumentStore store = EmbeddedDocumentStore.inMemory();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final HttpClient machine =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Object> settings = new HashMap<>();
    private ConfigurableApplicationContext context;

    Edge(Map<String, Object> more) {
        settings.put("server.port", "0");
        settings.put("spring.config.name", GatewayApplication.CONFIGURATION);
        settings.put("throughcare.store-uri", store.connectionString());
        settings.put("throughcare.broker-uri", "amqp://127.0.0.1:1");
        settings.put("throughcare.owners.participant", participant.url());
        settings.put("throughcare.owners.notes", notes.url());
        settings.put("throughcare.owners.scheduling", scheduling.url());
        settings.put("throughcare.owners.referral", referral.url());
        settings.put("throughcare.sign-in.issuer", issuer.issuer());
        settings.put("throughcare.sign-in.client-secret", StubIssuer.SECRET);
        settings.put("throughcare.security.client-secret", "a-secret-of-the-suite");
        settings.put("throughcare.sessions.key", SESSIONS_KEY);
        settings.put("throughcare.limits.response", "700ms");
        settings.putAll(more);
        context = start();
    }

    void restart() {
        int port = port();
        context.close();
        settings.put("server.port", Integer.toString(port));
        context = start();
    }

    int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path));
    }

    HttpRequest.Builder asStaff(String path) {
        return request(path).header("Authorization", "Bearer " + issuer.staffToken("three-rivers"));
    }

    HttpRequest.Builder asSystem(String path) {
        return request(path).header("Authorization", "Bearer " + issuer.systemToken());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(machine, request);
    }

    HttpResponse<String> browse(HttpRequest.Builder request) {
        return send(browser, request);
    }

    /** Signs in and tells the CSRF token. */
    String signIn() {
        HttpResponse<String> landed = browse(request("/sign-in?next=/session"));
        return json.readTree(landed.body()).path("csrfToken").asString("");
    }

    JsonNode read(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        context.close();
        issuer.close();
        participant.close();
        notes.close();
        scheduling.close();
        referral.close();
        store.close();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .properties(settings)
                .run(settings.entrySet().stream()
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
