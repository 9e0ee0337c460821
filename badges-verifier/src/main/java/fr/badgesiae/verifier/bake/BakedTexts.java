package fr.badgesiae.verifier.bake;

import fr.badgesiae.verifier.bake.Unbaked.State;
import java.util.List;

/**
 * Every badge text of an image: those of Open Badges 3.0 first, then in the order of the file. Equal chunks and elements
 * count once.
 *
 * @param texts at most {@link #MAX_TEXTS}; none when the image holds none or cannot be read
 * @param without the reason for an empty list: NOTHING, TOO_LARGE, TOO_DEEP or NOT_AN_IMAGE
 * @param damaged whether the image is truncated, or has a wrong tag
 * @param more whether the image holds further texts, which are not read
 */
public record BakedTexts(List<Unbaked> texts, State without, boolean damaged, boolean more) {
    /** The most texts of an image. */
    public static final int MAX_TEXTS = 8;

    public BakedTexts {
        texts = List.copyOf(texts);
    }

    static BakedTexts none(State without, boolean damaged) {
        return new BakedTexts(List.of(), without, damaged, false);
    }

    static BakedTexts of(List<Unbaked> texts, boolean damaged, boolean more) {
        return new BakedTexts(texts, State.NOTHING, damaged, more);
    }

    /** The first whole text, else the first, else what stands for none. */
    Unbaked first() {
        return texts.stream()
                .filter(text -> text.state() == State.FOUND)
                .findFirst()
                .or(() -> texts.stream().findFirst())
                .orElseGet(() -> Unbaked.none(without, damaged));
    }
}
