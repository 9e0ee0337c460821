package fr.badgesiae.api.achievement.image;

/** The media types of stored images. */
public enum ImageType {
    PNG("image/png"),
    SVG("image/svg+xml");

    private final String mediaType;

    ImageType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
