package fr.badgesiae.api.journal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds by which the journal can be filtered, in the order of the choice. */
public enum ActKind {
    PEOPLE,
    OFFERS,
    BADGES,
    CATALOGUE,
    ACCESS,
    DATA,
    TEAM,
    ORGANISATION,
    TRUST,
    /** Each use of a key: many lines, shown only when asked for. */
    SIGNING,
    /** Acts of holders in their own space: theirs alone. */
    SPACE;

    private static final Set<ActKind> OF_NETWORK = EnumSet.of(TEAM, ORGANISATION, TRUST, SIGNING);

    /** Its word in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the journal of a network, or that of another organisation, can hold acts of this kind. */
    boolean isOf(boolean network) {
        return network ? OF_NETWORK.contains(this) : this != TRUST && this != SPACE;
    }

    /** The kind that an address names, if the journal of an organisation has it. */
    static Optional<ActKind> named(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind != SPACE && kind.word().equals(word))
                .findFirst();
    }
}
