package fr.badgesiae.api.achievement.image;

import fr.badgesiae.api.platform.Sha256;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stored images in the sizes of pages. The last {@value #MOST} are kept, at most about 500 kB each. Thread-safe. */
public final class SizedImages {
    static final int MOST = 128;

    private final Map<String, StoredImage> made = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, StoredImage> eldest) {
            return size() > MOST;
        }
    };

    /**
     * The image in the size of a query parameter.
     *
     * @param image as stored; a drawing is of any size and stays as it is
     * @param side the name of an {@link ImageSide} in lower case; anything else is the stored size
     */
    public StoredImage fit(StoredImage image, @Nullable String side) {
        return image.type().equals(ImageType.PNG.mediaType())
                ? ImageSide.of(side).map(known -> fit(image, known)).orElse(image)
                : image;
    }

    private StoredImage fit(StoredImage image, ImageSide side) {
        String key = side + HexFormat.of().formatHex(Sha256.of(image.bytes()));
        synchronized (made) {
            StoredImage known = made.get(key);
            if (known != null) {
                return known;
            }
        }
        StoredImage sized = smaller(image, side);
        synchronized (made) {
            made.put(key, sized);
        }
        return sized;
    }

    /** A small picture may be larger when it is encoded again. */
    private static StoredImage smaller(StoredImage image, ImageSide side) {
        try {
            StoredImage sized = ImageUpload.thumbnail(image.bytes(), side.pixels());
            return sized.bytes().length < image.bytes().length ? sized : image;
        } catch (UnusableImageException unreadable) {
            return image;
        }
    }

    int kept() {
        synchronized (made) {
            return made.size();
        }
    }
}
