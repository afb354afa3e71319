package org.throughcare.gateway.route;

import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.throughcare.gateway.settings.GatewaySettings;

/**
 * The JDK's HTTP client on virtual threads: to services within the limits set, to the sign-in server with its own.
 *
 * <p>A connection at rest is given up before the other side gives it up, so that a request that must not be repeated is
 * not sent into a closing one.
 */
@Component
public class HttpClients {

    private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";
    private static final String KEEP_ALIVE_SECONDS = "10";
    private static final Duration PROVIDER_CONNECT = Duration.ofSeconds(2);
    private static final Duration PROVIDER_ANSWER = Duration.ofSeconds(5);

    static {
        if (System.getProperty(KEEP_ALIVE) == null) {
            System.setProperty(KEEP_ALIVE, KEEP_ALIVE_SECONDS);
        }
    }

    private final HttpClient services;
    private final HttpClient provider;
    private final Duration answer;
    private final Duration report;
    private final ObservationRegistry observations;

    HttpClients(GatewaySettings settings, ObservationRegistry observations) {
        this.services = client(settings.limits().connect());
        this.provider = client(PROVIDER_CONNECT);
        this.answer = settings.limits().response();
        this.report = settings.limits().report();
        this.observations = observations;
    }

    /** @param answer longest wait for the whole answer, at most the limit for services */
    public RestClient.Builder toServices(Duration answer) {
        return waiting(answer.compareTo(this.answer) < 0 ? answer : this.answer);
    }

    public RestClient.Builder toServices() {
        return waiting(answer);
    }

    RestClient.Builder forReports() {
        return waiting(report);
    }

    private RestClient.Builder waiting(Duration answer) {
        return RestClient.builder().requestFactory(factory(services, answer)).observationRegistry(observations);
    }

    public RestClient.Builder toProvider() {
        return RestClient.builder().requestFactory(requestsToProvider()).observationRegistry(observations);
    }

    public ClientHttpRequestFactory requestsToProvider() {
        return factory(provider, PROVIDER_ANSWER);
    }

    private static ClientHttpRequestFactory factory(HttpClient client, Duration answer) {
        JdkClientHttpRequestFactory factory =
                new JdkClientHttpRequestFactory(client, Executors.newVirtualThreadPerTaskExecutor());
        factory.setReadTimeout(answer);
        return factory;
    }

    private static HttpClient client(Duration connect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }
}
