package fr.badgesiae.api.person.content;

/** The kinds of groups, in the order in which pages list them. Their names are stored. */
public enum GroupKind {
    /** A place; a person is in one at most. */
    SITE,
    /** Of a site, or of the whole organisation. */
    TEAM,
    /** Whatever the organisation wants: a funding, a course, an outing. */
    GROUP;

    /** The key of its word on pages. */
    public String key() {
        return "worker.group.kind." + name();
    }
}
