package fr.badgesiae.api.credential.evidence;

import java.util.Arrays;
import java.util.Optional;

/** A kind of evidence that stands on a line of its own; the head of the line names it. */
public enum EvidenceKind {
    LINK("Link", "Lien", "Link"),
    TIME("Time", "Durée", "Time"),
    TRAINING("Training", "Formation", "Training"),
    IMMERSION("Work placement", "Immersion", "Work placement");

    private final String genre;
    private final String french;
    private final String english;

    EvidenceKind(String genre, String french, String english) {
        this.genre = genre;
        this.french = french;
        this.english = english;
    }

    /** {@code genre} of Open Badges 3.0, which has no list of values. */
    public String genre() {
        return genre;
    }

    /** How a line of this kind begins, in French or English. */
    public String head(boolean inFrench) {
        return inFrench ? french : english;
    }

    /** The kind that a head names. */
    static Optional<EvidenceKind> ofHead(String head) {
        return Arrays.stream(values())
                .filter(kind -> kind.french.equals(head) || kind.english.equals(head))
                .findFirst();
    }

    /** The constant of this name. */
    public static Optional<EvidenceKind> find(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
