package fr.badgesiae.api.imports.content;

/** What kind of list it is. */
public enum ImportSource {
    LIST,
    /** The export of <i>Les emplois de l'inclusion</i>: a line an application. */
    EMPLOIS
}
