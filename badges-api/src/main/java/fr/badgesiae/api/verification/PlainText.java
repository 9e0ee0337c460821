package fr.badgesiae.api.verification;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text of a badge, which may be Markdown (Open Badges 3.0, Criteria and Evidence narrative) or HTML. Marks and
 * tags are removed and never rendered; an address behind words is written beside them. Work is linear in the length.
 */
final class PlainText {
    /** Characters of one text on a page. */
    static final int LONGEST = 4_000;
    /** Characters of one name on a page. */
    static final int LONGEST_NAME = 300;

    private static final int READ = 5 * LONGEST;
    /** Controls, and marks that turn the direction of the words after them: a name could read as another one. */
    private static final Pattern CONTROLS = Pattern.compile(
            "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    private static final Set<String> BLOCKS =
            Set.of("p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "hr");
    private static final Pattern TAG =
            Pattern.compile("<(?:!--|/?([A-Za-z][A-Za-z0-9]{0,10})(?=[\\s/>]))[^<>]{0,1000}>");
    private static final Pattern AUTOLINK = Pattern.compile("<(https?://[^\\s<>]{1,500})>");
    private static final Pattern LINK =
            Pattern.compile("(!?)\\[([^\\[\\]\\n]{0,300})]\\(\\s*([^\\s()]{0,500})[^()\\n]{0,300}\\)");
    private static final Pattern EMPHASIS = Pattern.compile(
            "(?<![\\p{L}\\p{N}*_\\\\])([*_])(?=\\S)([^*_\\\\\\n]{1,500})(?<=\\S)\\1(?![\\p{L}\\p{N}*_])");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!>-])");
    private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6} +");
    private static final Pattern QUOTE = Pattern.compile("^ {0,3}> ?");
    private static final Pattern BULLET = Pattern.compile("^( {0,12})[-*+] +");
    private static final Pattern RULE = Pattern.compile("^ {0,3}(?:[-=*_] {0,3}){3,200}$|^ {0,3}```[\\w-]{0,40}$");

    private PlainText() {}

    /** The words of a text, shortened; null where none remain. */
    static @Nullable String of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String words = text.length() > READ ? text.substring(0, READ) : text;
        String lines = CONTROLS.matcher(words.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
        StringBuilder plain = new StringBuilder();
        for (String line : withoutTags(lines).split("\n", -1)) {
            if (!RULE.matcher(line).matches()) {
                plain.append(inline(line)).append('\n');
            }
        }
        String all = plain.toString().replaceAll("\n{3,}", "\n\n").strip();
        return all.isEmpty() ? null : shortened(all, LONGEST);
    }

    /** A name on one line, shortened; null where nothing remains. */
    static @Nullable String name(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String words = text.length() > READ ? text.substring(0, READ) : text;
        String line = CONTROLS.matcher(words.replaceAll("[\\n\\r\\t\\u2028\\u2029]", " "))
                .replaceAll("")
                .strip();
        return line.isEmpty() ? null : shortened(line, LONGEST_NAME);
    }

    private static String inline(String line) {
        String plain = QUOTE.matcher(line).replaceFirst("");
        plain = HEADING.matcher(plain).replaceFirst("");
        plain = BULLET.matcher(plain).replaceFirst("$1• ");
        plain = LINK.matcher(plain)
                .replaceAll(link -> Matcher.quoteReplacement(words(link.group(1), link.group(2), link.group(3))));
        plain = plain.replace("**", "").replace("__", "").replace("~~", "").replace("`", "");
        plain = EMPHASIS.matcher(plain).replaceAll("$2");
        return ESCAPE.matcher(plain).replaceAll("$1").stripTrailing();
    }

    /** Words and address of a link; of an image its description alone. */
    private static String words(String image, String label, String address) {
        boolean alone = !image.isEmpty() || address.isEmpty() || label.equals(address);
        return alone ? label : label.isBlank() ? address : label + " (" + address + ")";
    }

    private static String withoutTags(String text) {
        String linked = AUTOLINK.matcher(text).replaceAll("$1");
        if (linked.indexOf('<') >= 0) {
            linked = TAG.matcher(linked).replaceAll(tag -> {
                String name = tag.group(1) == null ? "" : tag.group(1).toLowerCase(Locale.ROOT);
                return BLOCKS.contains(name) ? "\n" : "";
            });
        }
        return linked.indexOf('&') < 0 ? linked : Parser.unescapeEntities(linked, false);
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
