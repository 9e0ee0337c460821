package fr.badgesiae.api.document;

/**
 * The forms in which a released badge is served at one address, in the order of the service where the reader has none. A form
 * that is added is written in {@link BadgeForms}.
 */
public enum Representation {
    /** The page, which is not a file. */
    HTML("text/html"),
    /** The signed JSON (VC Data Model 2.0, 6.3), also under the names that older readers know. */
    VC("application/vc"),
    VC_LD_JSON("application/vc+ld+json"),
    LD_JSON("application/ld+json"),
    JSON("application/json"),
    /** The signed JWT (VC JOSE COSE, 6.1); as text in the Open Badges API. */
    VC_JWT("application/vc+jwt"),
    JWT("application/jwt"),
    TEXT("text/plain"),
    /** The picture with the signed JSON inside. */
    PNG("image/png"),
    SVG("image/svg+xml");

    private final String mediaType;

    Representation(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
