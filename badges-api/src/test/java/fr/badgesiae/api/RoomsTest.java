package fr.badgesiae.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static fr.badgesiae.api.ArchitectureTest.FEATURES;
import static fr.badgesiae.api.ArchitectureTest.OURS;
import static fr.badgesiae.api.ArchitectureTest.ROOT;
import static fr.badgesiae.api.ArchitectureTest.WIRING;
import static fr.badgesiae.api.ArchitectureTest.features;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Size of packages and imports of pages. Each list of exceptions is exact, so that it only gets shorter. */
class RoomsTest {
    /** Maximum of source files in a package, package-info included. */
    private static final int MOST_FILES = 25;

    private static final DescribedPredicate<JavaClass> DATABASE =
            resideInAnyPackage("org.jdbi..", ROOT + ".platform.db..");

    /**
     * A rule or exemption must name an existing package: a missing one checks nothing, or exempts a later package of that name.
     */
    @Test
    void everyPackageNamedHereExists() {
        Set<String> named = new TreeSet<>(FEATURES);
        named.addAll(WIRING);
        named.add("platform");
        Set<String> found = OURS.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).containsAll(named);
    }

    @Test
    void noRoomHoldsMoreThanTwentyFiveFiles() throws IOException {
        Path sources = Path.of("src/main/java/fr/badgesiae/api");
        Map<String, Long> files;
        try (Stream<Path> walk = Files.walk(sources)) {
            files = walk.filter(path -> path.toString().endsWith(".java"))
                    .map(path -> sources.relativize(path.getParent()).toString().replace('/', '.'))
                    .collect(Collectors.groupingBy(room -> room, TreeMap::new, Collectors.counting()));
        }
        assertThat(files).hasSizeGreaterThan(FEATURES.size());
        files.values().removeIf(count -> count <= MOST_FILES);
        assertThat(files).as("rooms over %d files", MOST_FILES).isEmpty();
    }

    @Test
    void pagesAndResourcesSeeNoDatabase() {
        Set<String> offenders = OURS.stream()
                .filter(ours -> ours.getPackageName().startsWith(ROOT))
                .filter(RoomsTest::answersRequests)
                .filter(ours -> ours.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> DATABASE.test(use.getTargetClass())))
                .map(ours -> outermost(ours).getName().substring(ROOT.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(offenders).as("pages and resources that know the database").isEmpty();
    }

    private static boolean answersRequests(JavaClass ours) {
        return outermost(ours).getSimpleName().matches("\\w+(Pages|Resource)");
    }

    private static JavaClass outermost(JavaClass ours) {
        return ours.getEnclosingClass().map(RoomsTest::outermost).orElse(ours);
    }

    @Test
    void roomsOfFeaturesFormNoCycle() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .check(OURS.that(resideInAnyPackage(features(FEATURES))));
    }
}
