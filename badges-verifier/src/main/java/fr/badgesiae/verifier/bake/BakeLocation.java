package fr.badgesiae.verifier.bake;

/** The location of a baked badge in an image, by version of Open Badges. */
public enum BakeLocation {
    /** Open Badges 3.0, section 5.3. */
    OB3("openbadgecredential", "https://purl.imsglobal.org/ob/v3p0", "credential"),
    /** Open Badges 1.0 to 2.0, Badge Baking. */
    OB2("openbadges", "http://openbadges.org", "assertion");

    private final String keyword;
    private final String namespace;
    private final String element;

    BakeLocation(String keyword, String namespace, String element) {
        this.keyword = keyword;
        this.namespace = namespace;
        this.element = element;
    }

    /** The keyword of the PNG chunk. */
    public String keyword() {
        return keyword;
    }

    /** The namespace of the SVG element. */
    public String namespace() {
        return namespace;
    }

    /** The local name of the SVG element. */
    public String element() {
        return element;
    }
}
