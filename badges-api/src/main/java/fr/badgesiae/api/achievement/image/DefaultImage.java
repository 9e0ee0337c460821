package fr.badgesiae.api.achievement.image;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.Level;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Draws the default image: colour and shape by category, initials of the name, dots for the level. */
public final class DefaultImage {
    /** The first letter of each word that is no article, with the rest of the word. */
    private static final Pattern WORD = Pattern.compile(
            "(?iU)\\b(?!(?:de|du|des|la|le|les|l|d|et|en|à|au|aux|un|une|the|of|and|to|a)\\b)([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)");

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final int FEW = 2;

    private DefaultImage() {}

    public static StoredImage draw(AchievementContent content) {
        String svg = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600">\
                <title>%s</title>%s\
                <text x="300" y="%d" font-family="sans-serif" font-size="%d" font-weight="700" fill="#fff" \
                text-anchor="middle">%s</text>%s</svg>""".formatted(
                        Entities.escape(content.name()),
                        shape(content.category()),
                        content.level() == null ? 355 : 330,
                        150,
                        Entities.escape(initials(content.name())),
                        dots(content.level()));
        return new StoredImage(ImageType.SVG.mediaType(), svg.getBytes(StandardCharsets.UTF_8));
    }

    /** A square with the initials of an organisation. */
    public static StoredImage drawLogo(String name) {
        String svg = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 112 112" width="112" height="112">\
                <rect width="112" height="112" rx="16" fill="#14506b"/>\
                <text x="56" y="72" font-family="sans-serif" font-size="44" font-weight="700" fill="#fff" \
                text-anchor="middle">%s</text></svg>""".formatted(Entities.escape(initials(name)));
        return new StoredImage(ImageType.SVG.mediaType(), svg.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The initials of the first two words, capitals without accents; of a single word its first two letters. Articles and
     * prepositions are skipped. Letters of a script without capitals, and letters that join, would be misread: a star.
     */
    static String initials(String name) {
        List<String> words = WORD.matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .results()
                .map(found -> found.group(1))
                .limit(FEW)
                .toList();
        int letters = words.size() == 1 ? FEW : 1;
        String initials = words.stream()
                .map(word -> word.substring(
                        0, word.offsetByCodePoints(0, Math.min(letters, word.codePointCount(0, word.length())))))
                .map(start -> MARKS.matcher(Normalizer.normalize(start, Normalizer.Form.NFD))
                        .replaceAll(""))
                .collect(Collectors.joining())
                .toUpperCase(Locale.FRENCH);
        boolean readable =
                initials.codePoints().allMatch(letter -> Character.isUpperCase(letter) || Character.isDigit(letter));
        return initials.isEmpty() || !readable ? "★" : initials;
    }

    private static String shape(Category category) {
        return switch (category) {
            case SOFT_SKILL -> circle("#1d4f91");
            case TECHNICAL -> polygon("#0b5d51", "300,30 534,165 534,435 300,570 66,435 66,165");
            case ENGAGEMENT -> circle("#8a2c5b");
            case PARTICIPATION -> polygon("#5b3f8c", "170,40 430,40 560,300 430,560 170,560 40,300");
            case ROLE -> polygon("#7a4100", "60,60 540,60 540,390 300,570 60,390");
            case ASPIRATION -> polygon("#245c2e", "300,30 570,300 300,570 30,300");
            case KEY_BADGE -> polygon("#3c3c3c", "80,80 520,80 520,520 80,520");
        };
    }

    private static String circle(String colour) {
        return "<circle cx=\"300\" cy=\"300\" r=\"270\" fill=\"" + colour + "\"/>"
                + "<circle cx=\"300\" cy=\"300\" r=\"236\" fill=\"none\" stroke=\"#fff\" stroke-width=\"8\"/>";
    }

    private static String polygon(String colour, String points) {
        return "<polygon points=\"" + points + "\" fill=\"" + colour + "\" stroke=\"" + colour
                + "\" stroke-width=\"20\" stroke-linejoin=\"round\"/>"
                + "<polygon points=\"" + points + "\" fill=\"none\" stroke=\"#fff\" stroke-width=\"9\""
                + " transform=\"translate(300 300) scale(0.87) translate(-300 -300)\"/>";
    }

    private static String dots(@Nullable Level level) {
        if (level == null) {
            return "";
        }
        String second = level == Level.MASTERS ? "fill=\"#fff\"" : "fill=\"none\" stroke=\"#fff\" stroke-width=\"6\"";
        return "<circle cx=\"265\" cy=\"415\" r=\"18\" fill=\"#fff\"/><circle cx=\"335\" cy=\"415\" r=\"18\" " + second
                + "/>";
    }
}
