package org.throughcare.allinone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LoggingSystem;
import org.throughcare.acceptance.client.Access;
import org.throughcare.acceptance.journey.FirstUse;
import org.throughcare.acceptance.journey.Journey;

/**
 * {@code demo} runs the journey and keeps serving; {@code up} serves and keeps its data; each ends by itself with {@code --exit}.
 * {@code backup}, {@code restore} and {@code grantee} are for that data.
 */
public final class AllInOne {

    private AllInOne() {}

    public static void main(String[] arguments) {
        try {
            if (KeptData.isAskedFor(arguments)) {
                System.setProperty("logback.configurationFile", "org/throughcare/platform/backup/logback-quiet.xml");
                System.exit(KeptData.run(arguments));
            }
            Options options = Options.of(arguments, System.getenv());
            System.setProperty("throughcare.log", options.log().toString());
            System.setProperty("logback.configurationFile", "logback-all-in-one.xml");
            System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
            LoggerFactory.getLogger(AllInOne.class).info("starting with {}", options.data());
            System.exit(runOrSayWhyNot(options));
        } catch (CannotStart reason) {
            System.err.println("throughcare: " + reason.getMessage());
            System.exit(2);
        }
    }

    /** Servers that have started would keep this process alive: whatever goes wrong, it is said and ends in an exit code. */
    private static int runOrSayWhyNot(Options options) {
        try {
            return run(options);
        } catch (CannotStart reason) {
            throw reason;
        } catch (RuntimeException | Error unexpected) {
            LoggerFactory.getLogger(AllInOne.class).error("stopped by a fault of its own", unexpected);
            System.err.println("throughcare: the suite stopped by a fault of its own (" + rootOf(unexpected)
                    + "); the whole reason is at the end of " + options.log());
            return 1;
        }
    }

    private static String rootOf(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String said = root.getMessage();
        return said == null
                ? root.getClass().getSimpleName()
                : said.lines().findFirst().orElse("");
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
        if (options.exit() && !options.journey()) {
            return answers(suite) ? 0 : 1;
        }
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
        if (over.getCount() > 0) {
            printSignIns(suite);
        }
        try {
            over.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return well ? 0 : 1;
    }

    /** Every part is asked once, through the gateway. */
    private static boolean answers(Suite suite) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI status = URI.create(suite.gateway() + "/status");
            return http.send(HttpRequest.newBuilder(status).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException away) {
            LoggerFactory.getLogger(AllInOne.class).error("the gateway does not answer", away);
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void printSignIns(Suite suite) {
        System.out.println();
        System.out.println("Serving at " + suite.gateway() + ". Sign in at " + suite.gateway() + "/sign-in as");
        for (DemoSignIns.SignIn each : DemoSignIns.all()) {
            System.out.printf("  %-15s %-10s %s%n", each.username(), each.password(), each.name() + ", " + each.what());
        }
        System.out.println("These sign-ins and everybody in here are made up. Stop with Ctrl-C.");
    }
}
