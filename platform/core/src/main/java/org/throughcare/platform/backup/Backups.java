package org.throughcare.platform.backup;

import com.mongodb.MongoException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;
import org.throughcare.platform.Settings;
import org.throughcare.platform.backup.Installation.ServiceStore;
import org.throughcare.platform.backup.Manifest.Where;

/**
 * {@code backup}, {@code restore}, {@code grantee export} and {@code grantee remove} at the terminal. It is in every service's
 * jar, reads the settings that the services read, and needs none of them to run.
 */
public final class Backups {

    private static final String USAGE = "say backup [--grantee=G] [--service=S] FOLDER, restore [--grantee=G]"
            + " [--service=S] [--replace] [--stopped] FOLDER, grantee export G FOLDER, or grantee remove G [--stopped].";

    private final Binder settings;
    private final PrintStream out;

    private Backups(Binder settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "org/throughcare/platform/backup/logback-quiet.xml");
        System.exit(run(Map.of(), System.out, arguments));
    }

    /**
     * @param more settings that come before the environment's, e.g. {@code throughcare.store-uri}
     * @return the exit code: 0 done, 1 done and something is lost, 2 not done
     */
    public static int run(Map<String, Object> more, PrintStream out, String... arguments) {
        try {
            return new Backups(settings(more), out).run(Request.of(arguments));
        } catch (CannotBeDone reason) {
            out.println("throughcare: " + reason.getMessage());
            return 2;
        } catch (MongoException away) {
            out.println("throughcare: the store does not do what was asked: " + away.getMessage());
            return 2;
        } catch (UncheckedIOException file) {
            out.println("throughcare: a file cannot be used: " + file.getCause());
            return 2;
        }
    }

    private static Binder settings(Map<String, Object> more) {
        StandardEnvironment environment = new StandardEnvironment();
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource("classpath:org/throughcare/platform/defaults.properties"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("given", more));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment);
    }

    private int run(Request request) {
        try (Installation installation = new Installation(
                setting("throughcare.store-uri", ""),
                setting("throughcare.journal-uri", setting("throughcare.store-uri", "")),
                setting("throughcare.database-prefix", "throughcare"))) {
            if (request.is("backup")) {
                return backup(installation, Path.of(request.word(1, 2, USAGE)), request);
            }
            if (request.is("restore")) {
                return restore(installation, Path.of(request.word(1, 2, USAGE)), request);
            }
            if (request.is("grantee", "export")) {
                return export(installation, request.word(2, 4, USAGE), Path.of(request.word(3, 4, USAGE)));
            }
            if (request.is("grantee", "remove")) {
                return remove(installation, request.word(2, 3, USAGE), request);
            }
            throw new CannotBeDone(USAGE);
        }
    }

    private String setting(String name, String otherwise) {
        String value = settings.bind(name, String.class).orElse("");
        return value.isBlank() ? otherwise : value;
    }

    private int backup(Installation installation, Path into, Request request) {
        List<ServiceStore> all = new ArrayList<>();
        for (String service : installation.services()) {
            for (String grantee : installation.grantees(service)) {
                if (wanted(request, service, grantee)) {
                    all.add(installation.of(service, grantee));
                }
            }
        }
        if (all.isEmpty()) {
            throw new CannotBeDone("No service here has what was asked for; nothing was backed up.");
        }
        all.forEach(each -> take(each, into));
        return 0;
    }

    private static boolean wanted(Request request, String service, String grantee) {
        return service.equals(request.options().getOrDefault("service", service))
                && grantee.equals(request.options().getOrDefault("grantee", grantee));
    }

    private Manifest take(ServiceStore from, Path into) {
        Path folder = into.resolve(from.grantee()).resolve(from.service());
        Manifest manifest = TakingABackup.take(from, folder);
        out.printf(
                "%s in %s: %d documents, %d journal entries, as of %s%n",
                from.grantee(),
                from.service(),
                manifest.documents(Where.STORE),
                manifest.documents(Where.JOURNAL),
                manifest.finishedAt());
        return manifest;
    }

    private int restore(Installation installation, Path from, Request request) {
        List<Path> folders = foldersIn(from).stream()
                .filter(each -> {
                    Manifest of = Manifest.read(each);
                    return wanted(request, of.service(), of.grantee());
                })
                .toList();
        if (folders.isEmpty()) {
            throw new CannotBeDone(from + " holds no backup of what was asked for.");
        }
        Settings.Cipher cipher;
        try {
            cipher = settings.bindOrCreate("throughcare.cipher", Settings.Cipher.class);
        } catch (RuntimeException notSet) {
            throw new CannotBeDone(String.valueOf(
                    NestedExceptionUtils.getMostSpecificCause(notSet).getMessage()));
        }
        boolean whole = true;
        for (Path each : folders) {
            Manifest of = Manifest.read(each);
            List<ServiceStore> others = installation.services().stream()
                    .filter(service -> !service.equals(of.service()))
                    .map(service -> installation.of(service, of.grantee()))
                    .toList();
            RestoringABackup.Asked asked = new RestoringABackup.Asked(request.has("replace"), request.has("stopped"));
            whole &= told(new RestoringABackup(installation.of(of.service(), of.grantee()), cipher, asked)
                    .restore(each, others));
        }
        return whole ? 0 : 1;
    }

    private static List<Path> foldersIn(Path from) {
        try (Stream<Path> all = Files.walk(from, 3)) {
            return all.filter(each -> each.endsWith(Manifest.FILE))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new CannotBeDone(from + " cannot be read.");
        }
    }

    /** @return whether nothing is known to be lost */
    private boolean told(RestoringABackup.Outcome outcome) {
        Manifest of = outcome.manifest();
        RollingForward.Outcome rolled = outcome.rolled();
        out.printf("%s in %s, backup of %s%n", of.grantee(), of.service(), of.takenAt());
        out.printf("  %d documents put back%n", outcome.documents());
        if (outcome.saved() > 0) {
            out.printf("  %d commands saved from the store that was replaced%n", outcome.saved());
        }
        out.printf(
                "  %d commands brought back from the journal: %d aggregates changed, %d made%n",
                rolled.entries(), rolled.changed(), rolled.created());
        out.printf("  %d events go out again, by the bulk queues%n", outcome.announcedAgain());
        list("cannot be followed in the journal any further, and stand as they were before it", rolled.broken());
        list(
                "were lost: other services knew them at a later revision than the journal. They stand as in the"
                        + " backup; re-announce this service to the others",
                outcome.lost().raised());
        list(
                "were lost whole: other services have copies of them",
                outcome.lost().missing());
        return rolled.broken().isEmpty()
                && outcome.lost().raised().isEmpty()
                && outcome.lost().missing().isEmpty();
    }

    private void list(String what, List<String> some) {
        if (!some.isEmpty()) {
            out.printf("  %d aggregates %s:%n", some.size(), what);
            some.stream().limit(20).forEach(each -> out.println("    " + each));
            if (some.size() > 20) {
                out.println("    …");
            }
        }
    }

    private int export(Installation installation, String grantee, Path into) {
        List<Manifest> manifests = new ArrayList<>();
        for (String service : installation.services()) {
            if (installation.grantees(service).contains(grantee)) {
                manifests.add(take(installation.of(service, grantee), into));
            }
        }
        if (manifests.isEmpty()) {
            throw new CannotBeDone("No service here knows grantee " + grantee + ".");
        }
        out.println("What is in it: " + Contents.write(into.resolve(grantee), manifests));
        return 0;
    }

    private int remove(Installation installation, String grantee, Request request) {
        String typed = request.options().getOrDefault("confirm", "");
        if (typed.isEmpty()) {
            out.println("This removes everything of grantee " + grantee + " in " + installation.services()
                    + ", journals and keys included. Type its id to go on:");
            typed = line();
        }
        if (!typed.equals(grantee)) {
            throw new CannotBeDone("\"" + typed + "\" is not " + grantee + "; nothing was removed.");
        }
        List<ServiceStore> all = installation.services().stream()
                .map(service -> installation.of(service, grantee))
                .toList();
        String by = request.options().getOrDefault("by", System.getProperty("user.name", "unknown"));
        for (RemovingAGrantee.Outcome each : RemovingAGrantee.remove(all, by, request.has("stopped"))) {
            out.printf(
                    "%s removed from %s by %s: %d documents, %d journal entries, %d entries of the control database%n",
                    grantee, each.service(), by, each.documents(), each.journalEntries(), each.controlEntries());
        }
        return 0;
    }

    private static String line() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException noTerminal) {
            return "";
        }
    }
}
