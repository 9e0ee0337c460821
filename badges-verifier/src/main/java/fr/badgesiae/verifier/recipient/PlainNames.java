package fr.badgesiae.verifier.recipient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two plain names: equal but for case, order of given and family name, accents, or hyphens. */
final class PlainNames {
    /** Every set of differences, the smallest first. */
    private static final List<Set<Difference>> SETS = sets();

    private PlainNames() {}

    private static List<Set<Difference>> sets() {
        List<Set<Difference>> sets = new ArrayList<>();
        sets.add(Set.of());
        for (Difference one : Difference.values()) {
            for (Set<Difference> before : List.copyOf(sets)) {
                Set<Difference> with = EnumSet.of(one);
                with.addAll(before);
                sets.add(Collections.unmodifiableSet(with));
            }
        }
        sets.sort(Comparator.comparingInt(Set::size));
        return List.copyOf(sets);
    }

    /** The fewest differences between two names; empty when they are two names. */
    static Optional<Set<Difference>> between(String known, String held) {
        return SETS.stream()
                .filter(differences -> equal(without(known, differences), without(held, differences), differences))
                .findFirst();
    }

    private static String without(String name, Set<Difference> differences) {
        String text = Letters.normal(name);
        text = differences.contains(Difference.HYPHENS) ? Letters.normal(text.replace('-', ' ')) : text;
        text = differences.contains(Difference.ACCENTS) ? Letters.bare(text) : text;
        return differences.contains(Difference.CASE) ? Letters.folded(text) : text;
    }

    private static boolean equal(String one, String other, Set<Difference> differences) {
        return one.equals(other) || (differences.contains(Difference.ORDER) && isRotated(words(one), words(other)));
    }

    /** The words, without the comma between family and given name. */
    private static List<String> words(String name) {
        return Arrays.asList(Letters.normal(name.replace(',', ' ')).split(" "));
    }

    /** Given names before family names or after them, each in their own order. */
    private static boolean isRotated(List<String> one, List<String> other) {
        if (one.size() != other.size()) {
            return false;
        }
        List<String> turned = new ArrayList<>(one);
        for (int i = 0; i < one.size(); i++) {
            if (turned.equals(other)) {
                return true;
            }
            Collections.rotate(turned, 1);
        }
        return false;
    }
}
