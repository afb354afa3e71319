package org.throughcare.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Services as processes of their own on infra, with databases and virtual hosts of this run. */
final class Suite implements AutoCloseable {

    static final List<String> ALL = List.of("participant", "notes", "scheduling", "referral", "gateway");

    private final Options options;
    private final Infra infra;
    private final Issuer issuer;
    private final Path work;
    private final String prefix;
    private final Infra.Vhost vhost;
    private final Infra.Vhost partners;
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<String, ServiceProcess> running = new LinkedHashMap<>();

    Suite(Options options, Infra infra, Issuer issuer, Path work) {
        this.options = options;
        this.infra = infra;
        this.issuer = issuer;
        this.work = work;
        String name = "bench" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000000));
        prefix = infra.own(name);
        vhost = infra.vhost(name);
        partners = infra.vhost(name + "-partners");
        ALL.forEach(service -> ports.put(service, freePort()));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new CannotMeasure("no port is free", none);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String module(String service) {
        return service.equals("gateway") ? service : service + "-service";
    }

    /** Starts them one after the other from their jars and waits for each. */
    void start(List<String> services) {
        for (String each : services) {
            System.err.println("   starting " + module(each));
            launch(each, options.jar(module(each)));
            untilHealthy(each);
        }
    }

    /** Starts the process and does not wait. */
    ServiceProcess launch(String service, Path jar) {
        return launch(service, jar, List.of("-Xmx512m"));
    }

    ServiceProcess launch(String service, Path jar, List<String> flags) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(flags);
        for (String each : options.javaOptions()) {
            command.add(each.replace("SERVICE", service));
        }
        command.addAll(List.of("-jar", jar.toString()));
        ServiceProcess process =
                ServiceProcess.start(module(service), command, environment(service), work.resolve(service + ".log"));
        running.put(service, process);
        return process;
    }

    double untilHealthy(String service) {
        return process(service).untilHealthy(uri(service) + "/actuator/health");
    }

    private Map<String, String> environment(String service) {
        Map<String, String> all = new HashMap<>(Map.of(
                "SERVER_PORT", String.valueOf(ports.get(service)),
                "SERVER_ADDRESS", "127.0.0.1",
                "MONGODB_URI", infra.storeUri(),
                "RABBITMQ_URI", vhost.uri(),
                "RABBITMQ_PARTNERS_URI", partners.uri(),
                "RABBITMQ_MANAGEMENT_URL", infra.managementUri(),
                "OIDC_ISSUER", issuer.uri(),
                "OIDC_TOKEN_URI", issuer.uri() + "/token",
                "SYSTEM_CLIENT_SECRET", "bench",
                "KEY_ENCRYPTION_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="));
        all.put("THROUGHCARE_DATABASEPREFIX", prefix);
        all.put("THROUGHCARE_GRANTEES_0_ID", Grantee.ID);
        all.put("GATEWAY_CLIENT_SECRET", "bench");
        all.put("SESSIONS_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        all.put("SPRING_MAIN_BANNERMODE", "off");
        ALL.stream()
                .filter(each -> !each.equals("gateway"))
                .forEach(each -> all.put(each.toUpperCase(java.util.Locale.ROOT) + "_URL", uri(each)));
        return all;
    }

    String uri(String service) {
        return "http://127.0.0.1:" + ports.get(service);
    }

    Infra.Vhost vhost() {
        return vhost;
    }

    String databaseOf(String service) {
        return prefix + "_" + service + "_" + Grantee.ID;
    }

    String prefix() {
        return prefix;
    }

    ServiceProcess process(String service) {
        ServiceProcess process = running.get(service);
        if (process == null) {
            throw new IllegalStateException(service + " was not started");
        }
        return process;
    }

    /** With this the gateway, too, tells its metrics. */
    String systemToken() {
        return issuer.system();
    }

    Map<String, ServiceProcess> running() {
        return running;
    }

    @Override
    public void close() {
        running.values().forEach(ServiceProcess::close);
        running.clear();
    }
}
