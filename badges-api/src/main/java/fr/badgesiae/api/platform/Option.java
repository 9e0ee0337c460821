package fr.badgesiae.api.platform;

/** What a feature does only where the configuration asks for it. Features list their own. */
public interface Option {
    /** As the configuration names it. */
    String name();
}
