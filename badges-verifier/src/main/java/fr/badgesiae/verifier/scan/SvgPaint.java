package fr.badgesiae.verifier.scan;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paint and style properties that a QR code needs; fonts, filters, dashes and URLs are dropped. */
final class SvgPaint {
    static final Set<String> PROPERTIES =
            Set.of("fill", "stroke", "stroke-width", "fill-rule", "display", "visibility", "color");

    private static final Pattern VALUE = Pattern.compile("[\\w\\s#.,%()+-]{1,64}");
    private static final Pattern RULE = Pattern.compile("([^{}]{1,400})\\{([^{}]{0,1000})}");
    private static final Pattern SELECTORS = Pattern.compile("[\\w\\s.,#-]{1,400}");

    private SvgPaint() {}

    /** A gradient or a pattern counts as ink. */
    static String value(String value) {
        return value.contains("url(") ? "#000" : VALUE.matcher(value).matches() ? value : "";
    }

    static String declarations(String style) {
        StringBuilder kept = new StringBuilder();
        for (String declaration : style.split(";", -1)) {
            int colon = declaration.indexOf(':');
            String name = declaration.substring(0, Math.max(colon, 0)).strip();
            if (PROPERTIES.contains(name)) {
                kept.append(name)
                        .append(':')
                        .append(value(declaration.substring(colon + 1)))
                        .append(';');
            }
        }
        return kept.toString();
    }

    /** The paint properties of rules with plain selectors. */
    static String sheet(String text) {
        StringBuilder kept = new StringBuilder();
        Matcher rules = RULE.matcher(text);
        while (rules.find()) {
            if (SELECTORS.matcher(rules.group(1)).matches()) {
                kept.append(rules.group(1))
                        .append('{')
                        .append(declarations(rules.group(2)))
                        .append('}');
            }
        }
        return kept.toString();
    }
}
