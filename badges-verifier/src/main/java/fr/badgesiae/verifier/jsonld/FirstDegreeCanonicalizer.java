package fr.badgesiae.verifier.jsonld;

import fr.badgesiae.verifier.codec.HashAlgorithm;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Labels the blank nodes of a dataset whose first-degree hashes are all distinct, which ends the algorithm at its first half
 * (RDFC-1.0 4.4.3 steps 1 to 4, and 4.6). Linear in the dataset: each quad is hashed at most three times.
 */
final class FirstDegreeCanonicalizer {
    private FirstDegreeCanonicalizer() {}

    /** The canonical label of each blank node, such as {@code c14n0} for {@code _:b3}; empty when two hashes are equal. */
    static Optional<Map<String, String>> names(List<Quad> quads, HashAlgorithm hash) {
        Map<String, Set<Quad>> mentions = new LinkedHashMap<>();
        for (Quad quad : quads) {
            mention(mentions, quad.subject(), quad);
            if (quad.isObjectNamed()) {
                mention(mentions, quad.object(), quad);
            }
            if (quad.graph() != null) {
                mention(mentions, quad.graph(), quad);
            }
        }
        TreeMap<String, String> byHash = new TreeMap<>();
        for (Map.Entry<String, Set<Quad>> blank : mentions.entrySet()) {
            boolean alone = mentions.size() == 1;
            String key = alone ? "" : firstDegree(blank.getKey(), blank.getValue(), hash);
            if (byHash.put(key, blank.getKey()) != null) {
                return Optional.empty();
            }
        }
        Map<String, String> names = new HashMap<>();
        byHash.values().forEach(blank -> names.put(blank, "c14n" + names.size()));
        return Optional.of(names);
    }

    private static void mention(Map<String, Set<Quad>> mentions, String name, Quad quad) {
        if (name.startsWith("_:")) {
            // A dataset is a set: a duplicate quad counts once.
            mentions.computeIfAbsent(name, blank -> new LinkedHashSet<>()).add(quad);
        }
    }

    private static String firstDegree(String blank, Set<Quad> quads, HashAlgorithm hash) {
        NQuadLines lines = new NQuadLines(name -> name.equals(blank) ? "a" : "z");
        quads.forEach(lines::add);
        return HexFormat.of().formatHex(hash.hash(lines.sortedWithRepeats()));
    }
}
