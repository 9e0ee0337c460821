package fr.badgesiae.api;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.TOP_LEVEL_CLASSES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fr.badgesiae.api.platform.FrenchZone;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dependency rules between packages. A failing rule names the class and the line. */
class ArchitectureTest {
    static final String ROOT = "fr.badgesiae.api";
    private static final String PLATFORM = ROOT + ".platform..";

    /** Features in dependency order. The commands wire features together, as the root package does. */
    static final List<String> FEATURES = List.of(
            "organisation",
            "account",
            "keys",
            "issuer",
            "trust",
            "achievement",
            "logo",
            "person",
            "pathway",
            "statuslist",
            "credential",
            "edition",
            "document",
            "verification",
            "share",
            "paper",
            "holder",
            "wallet",
            "assertion",
            "offline",
            "observation",
            "offer",
            "request",
            "bulk",
            "event",
            "imports",
            "lists",
            "reopening",
            "claim",
            "journal",
            "privacy",
            "statistics",
            "search",
            "home");

    static final String COMMANDS = "commands";
    static final Set<String> WIRING = Set.of(COMMANDS, "demonstration", "operations");

    static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT, "gg.jte.generated.precompiled");

    private static final JavaClasses VERIFIER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.badgesiae.verifier", "fr.badgesiae.schemas");

    static String feature(String name) {
        return ROOT + "." + name + "..";
    }

    private static String[] wiring() {
        return Stream.concat(Stream.of(ROOT), WIRING.stream().map(ArchitectureTest::feature))
                .toArray(String[]::new);
    }

    static String[] features(List<String> names) {
        return names.stream().map(ArchitectureTest::feature).toArray(String[]::new);
    }

    @Test
    void theVerifierKnowsNothingOfTheService() {
        // The verifier reads JSON-LD through jakarta.json, which is a format and not a server.
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                ROOT + "..", "io.dropwizard..", "jakarta..", "org.jdbi..", "java.sql..", "javax.sql..")
                        .and(not(resideInAPackage("jakarta.json.."))))
                .check(VERIFIER);
        noClasses()
                .that()
                .resideInAPackage("fr.badgesiae.schemas..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.badgesiae.verifier..")
                .check(VERIFIER);
    }

    @Test
    void everyPackageIsThePlatformAFeatureOrWiring() {
        Set<String> found = new TreeSet<>();
        for (JavaClass ours : OURS) {
            if (ours.getPackageName().startsWith(ROOT + ".")) {
                found.add(ours.getPackageName().substring(ROOT.length() + 1).split("\\.", -1)[0]);
            }
        }
        assertThat(found).contains("platform").containsAll(FEATURES);
        found.removeAll(FEATURES);
        found.removeAll(WIRING);
        assertThat(found).containsExactly("platform");
    }

    @Test
    void aFeatureKnowsOnlyThoseBeforeIt() {
        for (int i = 0; i + 1 < FEATURES.size(); i++) {
            noClasses()
                    .that()
                    .resideInAPackage(feature(FEATURES.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(features(FEATURES.subList(i + 1, FEATURES.size())))
                    .check(OURS);
        }
    }

    @Test
    void featuresFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void nothingBelowKnowsTheWiring() {
        noClasses()
                .that()
                .resideInAnyPackage(features(FEATURES))
                .or()
                .resideInAPackage(PLATFORM)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(wiring())
                .check(OURS);
    }

    @Test
    void thePlatformKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage(PLATFORM)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(features(FEATURES))
                .check(OURS);
    }

    @Test
    void clockAndRandomnessAreArguments() {
        DescribedPredicate<JavaAccess<?>> ambient = DescribedPredicate.describe(
                "reads the machine's clock or makes its own randomness", ArchitectureTest::ambient);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .resideOutsideOfPackage(PLATFORM)
                // The clock is chosen at start-up; all other code receives it.
                .and()
                .resideOutsideOfPackages(ROOT, feature(COMMANDS))
                .should()
                .accessTargetWhere(ambient)
                .check(OURS);
    }

    private static boolean ambient(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        if (owner.getPackageName().equals("java.time")) {
            boolean system = owner.isEquivalentTo(Clock.class) && name.startsWith("system");
            boolean now =
                    name.equals("now") && !access.getTarget().getFullName().contains("(java.time.Clock)");
            return system || now;
        }
        return (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                || (owner.isEquivalentTo(SecureRandom.class) && name.equals("<init>"))
                || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"));
    }

    @Test
    void onlyFrenchZoneNamesAZone() {
        noClasses()
                .that()
                .areNotAssignableTo(FrenchZone.class)
                .should()
                .callMethod(ZoneId.class, "of", String.class)
                .check(OURS);
    }

    @Test
    void aDaoStaysInItsPackage() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Dao")
                .should(new ArchCondition<>("be known in their own package only") {
                    @Override
                    public void check(JavaClass dao, ConditionEvents events) {
                        dao.getDirectDependenciesToSelf().stream()
                                .filter(use ->
                                        !use.getOriginClass().getPackageName().equals(dao.getPackageName()))
                                .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                    }
                })
                .check(OURS);
    }

    @Test
    void noRowReachesAPage() {
        // A row nested in a form is user input, not a database row.
        DescribedPredicate<JavaClass> row =
                simpleNameEndingWith("Row").and(resideInAPackage(ROOT + "..")).and(TOP_LEVEL_CLASSES);
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Page")
                .or()
                .resideInAPackage("gg.jte.generated..")
                .should()
                .dependOnClassesThat(row)
                .check(OURS);
    }

    @Test
    void theTemplatesAreAmongTheClassesUnderTest() {
        assertThat(OURS.stream().filter(ours -> ours.getPackageName().startsWith("gg.jte.generated")))
                .hasSizeGreaterThan(30);
    }
}
