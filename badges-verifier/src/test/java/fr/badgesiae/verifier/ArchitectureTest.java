package fr.badgesiae.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

@AnalyzeClasses(packages = "fr.badgesiae.verifier", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String HTTP = "fr.badgesiae.verifier.http..";
    private static final String CLI = "fr.badgesiae.verifier.cli..";

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
