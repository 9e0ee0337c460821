package fr.badgesiae.verifier.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every class that parses bytes, text or JSON from outside has a fuzz target. Such a class has a method that begins with one of
 * the verbs below and takes such input first.
 */
class EveryParserHasATargetTest {
    private static final List<String> VERBS = List.of(
            "parse",
            "read",
            "decode",
            "decompress",
            "unbake",
            "expand",
            "from",
            "foreign",
            "jwk",
            "pem",
            "looksLike",
            "of",
            "methods",
            "object",
            "redirected",
            "search");
    private static final Set<String> FROM_OUTSIDE = Set.of(
            "[B",
            "java.lang.String",
            "java.io.InputStream",
            "java.nio.file.Path",
            "com.fasterxml.jackson.databind.JsonNode",
            "com.fasterxml.jackson.databind.node.ObjectNode",
            "jakarta.json.JsonObject",
            "jakarta.json.JsonValue",
            "org.apache.hc.core5.http.ClassicHttpResponse");

    /** Classes with such a method that parse nothing from outside, or only through a class with a target; and why. */
    private static final Map<String, String> NONE_NEEDED = Map.of(
            "Reason", "our own words",
            "BadgeSummary$Reader", "a function; summaries are tried",
            "Submission", "holds what was brought",
            "read.ReadResult", "what came of reading",
            "http.BodyReader$Bounded", "within BodyReader",
            "ob2.graph.CopiedRecipient", "compares what BadgeGraph read",
            "ob2.graph.BadgeGraph", "reads by NormalForm; whole graphs are tried by what is served");

    @Test
    void everyClassThatReadsFromOutsideIsTriedByATarget() {
        Set<String> tried = FuzzTargets.all().stream()
                .flatMap(target -> target.tries().stream())
                .map(Class::getName)
                .collect(Collectors.toSet());
        Set<String> untried = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("fr.badgesiae.verifier")) {
            String name = each.getName();
            if (each.getMethods().stream().anyMatch(EveryParserHasATargetTest::reads)
                    && !tried.contains(name)
                    && !NONE_NEEDED.containsKey(name.substring("fr.badgesiae.verifier.".length()))) {
                untried.add(name);
            }
        }
        assertThat(untried).isEmpty();
    }

    @Test
    void eachTargetHasANameOfItsOwn() {
        List<String> names = FuzzTargets.all().stream().map(FuzzTarget::name).toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    private static boolean reads(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.PRIVATE)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && VERBS.stream().anyMatch(method.getName()::startsWith)
                && !method.getRawParameterTypes().isEmpty()
                && FROM_OUTSIDE.contains(method.getRawParameterTypes().get(0).getName());
    }
}
