package fr.badgesiae.api.verification.resemblance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The folded names of all registered issuers. One look-up compares each name once: at most {@link EditDistance} over
 * {@value FoldedName#LONGEST} characters, twice.
 */
final class RegisteredNames {
    /** A single word that so many issuers bear says nothing of one of them. */
    private static final int RARE = 2;

    private static final int TELLING_WORD = 6;
    private static final int TWO_CHANGES = 8;
    private static final int ONE_CHANGE = 5;
    /** A word is common when more than one name in so many has it. */
    private static final int COMMON = 100;

    /** Words of the field, common also where the registry is small. */
    private static final FoldedName FIELD =
            FoldedName.of("atelier chantier insertion emploi jardins jardin travail service"
                    + " services solidaire solidarite formation centre ressourcerie recyclerie");

    private record Folded(RegisteredName registered, FoldedName name) {}

    private final List<Folded> names;
    private final Map<String, Integer> bearers = new HashMap<>();

    RegisteredNames(List<RegisteredName> registered) {
        this.names = registered.stream()
                .map(name -> new Folded(name, FoldedName.of(name.name())))
                .toList();
        names.forEach(folded -> folded.name().words().forEach(word -> bearers.merge(word, 1, Integer::sum)));
    }

    /** The registered name that a claimed one resembles: first an equal one, then a misspelt one, then one of the same words. */
    Optional<RegisteredName> resembling(String claimed) {
        FoldedName name = FoldedName.of(claimed);
        return first(name, (one, other) -> one.joined().equals(other.joined()))
                .or(() -> first(name, RegisteredNames::misspelt))
                .or(() -> first(name, this::sameWords));
    }

    private interface Likeness {
        boolean holds(FoldedName claimed, FoldedName registered);
    }

    private Optional<RegisteredName> first(FoldedName claimed, Likeness likeness) {
        return claimed.joined().isEmpty()
                ? Optional.empty()
                : names.stream()
                        .filter(folded -> likeness.holds(claimed, folded.name()))
                        .map(Folded::registered)
                        .findFirst();
    }

    private static boolean misspelt(FoldedName claimed, FoldedName registered) {
        int changes =
                changes(Math.min(claimed.joined().length(), registered.joined().length()));
        return changes > 0
                && (EditDistance.within(claimed.joined(), registered.joined(), changes)
                        || EditDistance.within(claimed.whole(), registered.whole(), changes));
    }

    /** Two changes make another word of a short one. */
    private static int changes(int length) {
        return length >= TWO_CHANGES ? 2 : length >= ONE_CHANGE ? 1 : 0;
    }

    private boolean sameWords(FoldedName claimed, FoldedName registered) {
        return (registered.words().containsAll(claimed.words()) && tells(claimed.words()))
                || (claimed.words().containsAll(registered.words()) && tells(registered.words()));
    }

    /** Whether words point at few issuers: one rare word, or several that are not all common. */
    private boolean tells(Set<String> words) {
        if (words.size() == 1) {
            String word = words.iterator().next();
            return word.length() >= TELLING_WORD && isRarer(word, RARE);
        }
        return words.stream().anyMatch(word -> isRarer(word, Math.max(RARE, names.size() / COMMON)));
    }

    private boolean isRarer(String word, int most) {
        return bearers.getOrDefault(word, 0) <= most && !FIELD.words().contains(word);
    }
}
