package fr.badgesiae.verifier.jsonld;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The classes of credentials and presentations, and the predicates of each kind of class. Generated from the class table of
 * Open Badges 3.0 and the bundled contexts; a test holds the file to them.
 */
final class CredentialTerms {
    /** The file: a kind and an IRI in each line. */
    static final String FILE = "credential-terms.txt";

    static final String CREDENTIAL_CLASS = "credential-class";
    static final String CREDENTIAL_PREDICATE = "credential-predicate";
    static final String STATUS_ENTRY_PREDICATE = "status-entry-predicate";
    static final String OTHER_PREDICATE = "other-predicate";

    /** A class, and a predicate that its objects may state. */
    static final String MEMBER = "member";

    /** A predicate, and the class of its objects. */
    static final String RANGE = "range";

    /** Name, description and image, which credentials and most other classes state; the last, before context 3.0.3. */
    private static final Set<String> REPEATED = Set.of(
            "https://schema.org/name",
            "https://schema.org/description",
            "https://purl.imsglobal.org/spec/vc/ob/vocab.html#image",
            "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image");

    private static final List<String> LINES = lines();
    private static final Set<String> CLASSES = iris(CREDENTIAL_CLASS, iri -> true);
    private static final Set<String> PREDICATES = iris(CREDENTIAL_PREDICATE, iri -> true);
    private static final Set<String> STATUS_ENTRIES = iris(STATUS_ENTRY_PREDICATE, iri -> true);
    private static final Set<String> OTHERS = iris(OTHER_PREDICATE, iri -> !PREDICATES.contains(iri));
    private static final Map<String, Set<String>> MEMBERS = pairs(MEMBER);
    private static final Map<String, Set<String>> RANGES = pairs(RANGE);

    private CredentialTerms() {}

    /** Whether a type is a class of credentials or presentations. */
    static boolean isCredentialClass(String type) {
        return CLASSES.contains(type);
    }

    /** Whether a predicate is known, and one that no credential may state. */
    static boolean isOfOthersOnly(String predicate) {
        return OTHERS.contains(predicate) || STATUS_ENTRIES.contains(predicate);
    }

    /** Whether a predicate is one of the entries of status lists. */
    static boolean isOfStatusEntries(String predicate) {
        return STATUS_ENTRIES.contains(predicate);
    }

    /** Whether a credential and other nodes of its id may both state a predicate, with equal values. */
    static boolean mayRepeat(String predicate) {
        return REPEATED.contains(predicate);
    }

    /** The classes that the objects of a property may have; empty when the class table does not know it. */
    static Set<String> ranges(String property) {
        return RANGES.getOrDefault(property, Set.of());
    }

    /** Whether a class may state a predicate. */
    static boolean mayState(String className, String predicate) {
        return MEMBERS.getOrDefault(className, Set.of()).contains(predicate);
    }

    private static Map<String, Set<String>> pairs(String kind) {
        return LINES.stream()
                .map(line -> line.split(" ", -1))
                .filter(words -> words[0].equals(kind))
                .collect(Collectors.groupingBy(
                        words -> words[1], Collectors.mapping(words -> words[2], Collectors.toUnmodifiableSet())));
    }

    private static Set<String> iris(String kind, Predicate<String> condition) {
        return LINES.stream()
                .filter(line -> line.startsWith(kind + " "))
                .map(line -> line.substring(kind.length() + 1))
                .filter(condition)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(CredentialTerms.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
