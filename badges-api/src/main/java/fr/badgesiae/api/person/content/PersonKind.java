package fr.badgesiae.api.person.content;

import fr.badgesiae.api.organisation.OrganisationKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person is in an organisation, in the order in which a form offers it. Their names are stored. */
public enum PersonKind {
    /** On a pathway of social inclusion: the only kind that has pathways. */
    WORKER,
    PERMANENT,
    VOLUNTEER,
    /** Learns: at a training body, or for some weeks. */
    TRAINEE;

    /** The kind that most people of such an organisation are. */
    public static PersonKind usualAt(OrganisationKind organisation) {
        return switch (organisation) {
            case OF -> TRAINEE;
            case NETWORK -> PERMANENT;
            case AI, ACI, EI, ETTI, EITI, GEIQ, GES, OSP, EBE, OTHER -> WORKER;
        };
    }

    /** Its word in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word, if there is one. */
    public static Optional<PersonKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The key of its word on pages. */
    public String key() {
        return "worker.kind." + name();
    }
}
