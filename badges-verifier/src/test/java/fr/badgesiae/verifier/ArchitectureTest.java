package fr.badgesiae.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

@AnalyzeClasses(packages = "fr.badgesiae.verifier", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "fr.badgesiae.verifier";
    private static final String HTTP = ROOT + ".http..";
    private static final String CLI = ROOT + ".cli..";
    private static final String SCAN = ROOT + ".scan..";

    /** The classes of the root package that wire the others; the rest of it is vocabulary. */
    private static final Set<String> ENTRY = Set.of("BadgeVerifier", "Checks");

    /** The packages in order: each depends only on those before it. */
    private static final List<String> ORDER = List.of(
            "vocabulary",
            "codec",
            "bake",
            "read.detect",
            "read",
            "scan",
            "jsonld",
            "keys",
            "proof",
            "pipeline",
            "recipient",
            "schema",
            "status",
            "check",
            "ob2.form",
            "ob2.graph",
            "ob2.signed",
            "ob2.hosted",
            "ob2",
            "entry",
            "trust",
            "http",
            "cli");

    @ArchTest
    static final ArchRule eachPackageDependsOnlyOnThoseBeforeIt = classes().should(dependOnEarlierPackagesOnly());

    @ArchTest
    static final ArchRule noPackageCycle =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule openBadges3DoesNotKnowOpenBadges2 = noClasses()
            .that()
            .resideInAPackage(ROOT + ".check..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".ob2..");

    @ArchTest
    static final ArchRule openBadges2DoesNotKnowOpenBadges3 = noClasses()
            .that()
            .resideInAPackage(ROOT + ".ob2..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".check..");

    @ArchTest
    static final ArchRule onlyScanTouchesImages = noClasses()
            .that()
            .resideOutsideOfPackage(SCAN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.awt..", "javax.imageio..", "com.google.zxing..", "org.apache.pdfbox..", "com.github.weisj..");

    @ArchTest
    static void theOrderNamesThePackagesThatExist(JavaClasses classes) {
        Set<String> existing = classes.stream().map(ArchitectureTest::room).collect(Collectors.toSet());
        assertThat(ORDER).containsExactlyInAnyOrderElementsOf(existing);
    }

    @ArchTest
    static void exemptionsNameWhatExists(JavaClasses classes) {
        assertThat(List.of(HTTP, CLI, SCAN))
                .allMatch(exempt -> classes.stream().anyMatch(type -> (type.getPackageName() + "..").equals(exempt)));
        assertThat(ENTRY).allMatch(name -> classes.contain(ROOT + "." + name));
    }

    @ArchTest
    static final ArchRule theVerifierKnowsNothingOfTheService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.dropwizard..",
                    "org.jdbi..",
                    "java.sql..",
                    "javax.sql..",
                    "jakarta.ws..",
                    "jakarta.servlet..",
                    "jakarta.validation..",
                    "jakarta.inject..",
                    "fr.badgesiae.api..");

    @ArchTest
    static final ArchRule theCoreTouchesNoNetworkAndNoFile = noClasses()
            .that()
            .resideOutsideOfPackages(HTTP, CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..",
                    "org.apache.hc..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "javax.net..",
                    "fr.badgesiae.verifier.http..",
                    "fr.badgesiae.verifier.cli..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile)")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(?!URI$|URISyntaxException$|URLDecoder$|URLEncoder$).*");

    @ArchTest
    static final ArchRule theCoreHasNoClock = classes()
            .that()
            .resideOutsideOfPackages(HTTP, CLI)
            .should(callNone(
                    "a clock",
                    Set.of("now", "systemUTC", "systemDefaultZone", "currentTimeMillis", "nanoTime"),
                    Set.of("java.time.", "java.lang.System")));

    @ArchTest
    static final ArchRule nothingIsLeftToChance = classes()
            .should(callNone("chance", Set.of("randomUUID", "<init>"), Set.of("java.util.UUID", "java.util.Random")));

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule noClassIsNamedForNothing = noClasses()
            .should()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveNameMatching(".*\\.Base[A-Z][^.]*");

    private static String room(JavaClass type) {
        if (!type.getPackageName().equals(ROOT)) {
            return type.getPackageName().substring(ROOT.length() + 1);
        }
        String outer = type.getName().substring(ROOT.length() + 1).replaceFirst("\\$.*", "");
        return ENTRY.contains(outer) ? "entry" : "vocabulary";
    }

    private static ArchCondition<JavaClass> dependOnEarlierPackagesOnly() {
        return new ArchCondition<>("depend on earlier packages only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    boolean ours = target.getPackageName().equals(ROOT)
                            || target.getPackageName().startsWith(ROOT + ".");
                    if (ours && ORDER.indexOf(room(target)) > ORDER.indexOf(room(type))) {
                        events.add(SimpleConditionEvent.violated(
                                type, room(type) + " -> " + room(target) + ": " + dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> callNone(String what, Set<String> methods, Set<String> owners) {
        return new ArchCondition<>("call no " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    boolean owner =
                            owners.stream().anyMatch(access.getTargetOwner().getName()::startsWith);
                    if (owner && methods.contains(access.getName())) {
                        events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                    }
                }
            }
        };
    }
}
