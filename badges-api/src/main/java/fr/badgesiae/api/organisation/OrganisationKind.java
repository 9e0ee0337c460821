package fr.badgesiae.api.organisation;

import java.util.Arrays;
import java.util.List;

/** Kinds of structures of social inclusion by their French abbreviations, in the order in which a form offers them. */
public enum OrganisationKind {
    AI,
    ACI,
    EI,
    ETTI,
    EITI,
    GEIQ,
    GES,
    OSP,
    EBE,
    OF,
    OTHER,
    /** Vets the others; no form offers it. */
    NETWORK;

    /** The kinds that a network can create. */
    static List<OrganisationKind> offered() {
        return Arrays.stream(values()).filter(kind -> kind != NETWORK).toList();
    }
}
