package org.throughcare.allinone;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LoggingSystem;
import org.throughcare.acceptance.client.Access;
import org.throughcare.acceptance.journey.FirstUse;
import org.throughcare.acceptance.journey.Journey;

/** {@code demo} runs the journey and keeps serving; {@code up} serves and keeps its data. */
public final class AllInOne {

    private AllInOne() {}

    public static void main(String[] arguments) {
        try {
            Options options = Options.of(arguments, System.getenv());
            System.setProperty("throughcare.log", options.log().toString());
            System.setProperty("logback.configurationFile", "logback-all-in-one.xml");
            System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
            LoggerFactory.getLogger(AllInOne.class).info("starting with {}", options.data());
            System.exit(run(options));
        } catch (CannotStart reason) {
            System.err.println("throughcare: " + reason.getMessage());
            System.exit(2);
        }
    }

    private static int run(Options options) {
        long began = System.nanoTime();
        System.out.println(
                "Starting the suite in one JVM (document store, broker, sign-in and five services inside) …");
        Suite suite = Suite.start(options);
        CountDownLatch over = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            over.countDown();
            suite.close();
        }));
        System.out.printf(
                "Ready after %.1f s at %s (log: %s)%n",
                Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0, suite.gateway(), options.log());
        Access access = new Access(
                suite.gateway(),
                suite.signIn() + "/oauth2/token",
                "throughcare-system",
                suite.secret("system"),
                "partner-riverside-housing",
                suite.secret("partner"));
        boolean well =
                options.journey() ? new Journey(access, System.out).run() : new FirstUse(access, System.out).prepare();
        if (options.exit()) {
            return well ? 0 : 1;
        }
        printSignIns(suite);
        try {
            over.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return well ? 0 : 1;
    }

    private static void printSignIns(Suite suite) {
        System.out.println();
        System.out.println("Serving at " + suite.gateway() + ". Sign in at " + suite.gateway() + "/sign-in as");
        for (List<String> each : List.of(
                List.of("admin.ada", "ada-demo", "grantee administrator"),
                List.of("jail.jia", "jia-demo", "jail case manager"),
                List.of("community.cal", "cal-demo", "community case manager"),
                List.of("super.sol", "sol-demo", "supervisor"),
                List.of("monitor.mo", "mo-demo", "monitor"))) {
            System.out.printf("  %-15s %-10s %s%n", each.get(0), each.get(1), each.get(2));
        }
        System.out.println("These sign-ins and everybody in here are made up. Stop with Ctrl-C.");
    }
}
