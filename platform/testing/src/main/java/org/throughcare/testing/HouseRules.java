package org.throughcare.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;

/** The architecture, as rules that a build can fail on. A service's test calls {@link #check} with its root package. */
public final class HouseRules {

    private static final List<String> SERVICES = List.of("participant", "notes", "scheduling", "referral", "gateway");

    private HouseRules() {}

    /** @param service wire name; its root package is {@code org.throughcare.<service>} */
    public static void check(String service) {
        String root = "org.throughcare." + service;
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        SERVICES.stream()
                .filter(other -> !other.equals(service))
                .forEach(other -> noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.throughcare." + other + "..")
                        .because("services meet in events and HTTP, never in classes")
                        .allowEmptyShould(true)
                        .check(classes));
        noClasses()
                .that()
                .resideInAPackage(root + ".*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "jakarta..",
                        "com.mongodb..",
                        "org.bson..",
                        "com.rabbitmq..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..")
                .because("the domain knows no web, broker or store; adapters sit beside it")
                .allowEmptyShould(true)
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .because("rules and deadlines run on the business clock")
                .allowEmptyShould(true)
                .check(classes);
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto)")
                .because("names are the field's own words")
                .check(classes);
        classes()
                .that()
                .resideInAPackage(root + ".*.web")
                .and()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(classes);
    }
}
