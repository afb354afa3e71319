package org.throughcare.acceptance.process;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.throughcare.testing.Line;
import org.throughcare.testing.TestIssuer;

/** Some of the services as processes on {@link Parts}, with databases of this run's own and a test's sign-in. */
public final class Fleet implements AutoCloseable {

    public static final String GRANTEE = "three-rivers";
    public static final String OTHER_GRANTEE = "lake-county";
    public static final String GATEWAY = "gateway";
    private static final Object REHEARSING = new Object();
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final TestIssuer issuer = new TestIssuer();
    private final String prefix =
            "f" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private final Map<String, List<ServiceProcess>> processes = new LinkedHashMap<>();
    private final Map<String, Line> lines = new HashMap<>();
    private final Parts parts;

    /** Starts them and waits until each is ready. What makes a start quick is prepared first, once for all tests of a build. */
    public static Fleet rehearsed(Parts parts, Map<String, String> more, String... services) {
        return rehearsed(parts, more, 1, services);
    }

    /** With so many instances of each, behind one door; the gateway is one. */
    public static Fleet rehearsed(Parts parts, Map<String, String> more, int instances, String... services) {
        Fleet fleet = new Fleet(parts, more, instances, services);
        synchronized (REHEARSING) {
            fleet.services().parallelStream().forEach(ServiceProcess::rehearse);
        }
        fleet.start();
        return fleet;
    }

    private Fleet(Parts parts, Map<String, String> more, int instances, String... services) {
        this.parts = parts;
        Map<String, String> environment = new HashMap<>(Map.ofEntries(
                Map.entry("MONGODB_URI", parts.storeUri()),
                Map.entry("RABBITMQ_URI", parts.brokerUri()),
                Map.entry("OIDC_ISSUER", issuer.uri()),
                Map.entry("OIDC_TOKEN_URI", issuer.uri() + "/token"),
                Map.entry("SYSTEM_CLIENT_SECRET", "of-the-tests"),
                Map.entry("GATEWAY_CLIENT_SECRET", "of-the-tests-too"),
                Map.entry("KEY_ENCRYPTION_KEY", KEY),
                Map.entry("SESSIONS_KEY", KEY),
                Map.entry("THROUGHCARE_DATABASE_PREFIX", prefix),
                Map.entry("THROUGHCARE_GRANTEES_0_ID", GRANTEE),
                Map.entry("THROUGHCARE_GRANTEES_1_ID", OTHER_GRANTEE)));
        environment.putAll(more);
        Map<String, List<Integer>> ports = new LinkedHashMap<>();
        for (String service : services) {
            int wanted = service.equals(GATEWAY) ? 1 : instances;
            List<Integer> ofService = new ArrayList<>();
            for (int instance = 0; instance < wanted; instance++) {
                ofService.add(ServiceProcess.freePort());
            }
            ports.put(service, ofService);
            int door = ofService.getFirst();
            if (wanted > 1) {
                Line line = new Line(ofService.stream().mapToInt(port -> port).toArray());
                lines.put(service, line);
                door = line.port();
            }
            environment.put(
                    service.replace("-service", "").toUpperCase(Locale.ROOT) + "_URL", "http://127.0.0.1:" + door);
        }
        ports.forEach((service, each) -> processes.put(
                service,
                each.stream()
                        .map(port -> new ServiceProcess(service, port, environment))
                        .toList()));
    }

    private void start() {
        try {
            processes().forEach(ServiceProcess::start);
            awaitReady();
        } catch (RuntimeException notStarted) {
            close();
            throw notStarted;
        }
    }

    public void awaitReady() {
        processes().forEach(ServiceProcess::awaitReady);
    }

    /** Until nothing more comes of what was said to them: all have nothing to do, twice in a row, and said nothing in between. */
    public void awaitRest() {
        List<String> before = new ArrayList<>();
        Awaitility.await("all services are at rest")
                .atMost(Duration.ofSeconds(90))
                .until(() -> {
                    List<String> now = processes().stream()
                            .filter(each -> !each.service().equals(GATEWAY))
                            .map(each -> each.rest(issuer.system()))
                            .toList();
                    boolean same = now.equals(before) && !now.contains("");
                    before.clear();
                    before.addAll(now);
                    return same;
                });
    }

    public TestIssuer issuer() {
        return issuer;
    }

    /** Every instance of every service. */
    public List<ServiceProcess> processes() {
        return processes.values().stream().flatMap(List::stream).toList();
    }

    /** Each service once, by its first instance. */
    public List<ServiceProcess> services() {
        return processes.values().stream().map(List::getFirst).toList();
    }

    public List<ServiceProcess> instances(String service) {
        return Objects.requireNonNull(processes.get(service), service);
    }

    /** The first instance, or the only one. */
    public ServiceProcess process(String service) {
        return instances(service).getFirst();
    }

    /** Where a service is reached by those who use it: at the gateway, if there is one, or whichever instance takes it. */
    public Door door(String service) {
        ServiceProcess first = process(service);
        if (processes.containsKey(GATEWAY)) {
            return new Door(first.wireName(), process(GATEWAY).uri() + "/api/" + first.wireName());
        }
        Line line = lines.get(service);
        return line == null ? first.door() : new Door(first.wireName(), "http://127.0.0.1:" + line.port());
    }

    public Parts parts() {
        return parts;
    }

    /** What all of its databases' names begin with. */
    public String databasePrefix() {
        return prefix;
    }

    /** What its services seal data keys with. */
    public String keyEncryptionKey() {
        return KEY;
    }

    /** Name of a service's database for the grantee of the tests. */
    public MongoDatabase database(MongoClient client, String wireName) {
        return client.getDatabase(prefix + "_" + wireName + "_" + GRANTEE);
    }

    public MongoDatabase journal(MongoClient client, String wireName) {
        return journal(client, wireName, GRANTEE);
    }

    public MongoDatabase journal(MongoClient client, String wireName, String grantee) {
        return client.getDatabase(prefix + "_" + wireName + "_" + grantee + "_journal");
    }

    public MongoDatabase control(MongoClient client, String wireName) {
        return client.getDatabase(prefix + "_" + wireName + "_control");
    }

    /** Names of all databases that its services have made. */
    public List<String> databases(MongoClient client) {
        List<String> ours = new ArrayList<>();
        client.listDatabaseNames().forEach(name -> {
            if (name.startsWith(prefix + "_")) {
                ours.add(name);
            }
        });
        return ours;
    }

    @Override
    public void close() {
        processes().parallelStream().forEach(ServiceProcess::close);
        lines.values().forEach(Line::close);
        issuer.close();
        try (MongoClient client = MongoClients.create(parts.storeUri())) {
            databases(client).forEach(name -> client.getDatabase(name).drop());
        }
    }
}
