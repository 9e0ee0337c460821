package fr.badgesiae.api.platform.html;

import fr.badgesiae.api.platform.i18n.Messages;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts in French of a page in a language that misses them. In the content each gets an element that states its language;
 * in attributes, titles and options, which hold no element, only its marks are removed.
 */
final class FrenchParts {
    private static final String BEGIN = "<span lang=\"fr\" dir=\"ltr\">";
    private static final String END = "</span>";
    private static final Set<String> WITHOUT_ELEMENTS = Set.of("title", "textarea", "option", "script", "style");

    private final StringBuilder made;
    private final String page;
    private int spans;
    private @Nullable String withoutElements;

    private FrenchParts(String page) {
        this.page = page;
        made = new StringBuilder(page.length() + 512);
    }

    /** The page with elements in place of the marks. */
    static String in(String page) {
        boolean none = page.indexOf(Messages.FRENCH_BEGINS) < 0 && page.indexOf(Messages.FRENCH_ENDS) < 0;
        return none ? page : new FrenchParts(page).made();
    }

    private String made() {
        int at = 0;
        while (at < page.length()) {
            char next = page.charAt(at);
            if (next == '<') {
                at = tag(at);
            } else {
                text(next);
                at++;
            }
        }
        closeAll();
        return made.toString();
    }

    private void text(char next) {
        switch (next) {
            case Messages.FRENCH_BEGINS -> {
                if (withoutElements == null) {
                    made.append(BEGIN);
                    spans++;
                }
            }
            case Messages.FRENCH_ENDS -> {
                if (spans > 0) {
                    made.append(END);
                    spans--;
                }
            }
            default -> made.append(next);
        }
    }

    /** Copies a tag without marks. No text goes on behind it: marks of somebody's own text cannot break the page. */
    private int tag(int start) {
        closeAll();
        char quote = 0;
        int at = start;
        while (at < page.length()) {
            char next = page.charAt(at++);
            if (next != Messages.FRENCH_BEGINS && next != Messages.FRENCH_ENDS) {
                made.append(next);
            }
            if (quote != 0) {
                quote = next == quote ? 0 : quote;
            } else if (next == '"' || next == '\'') {
                quote = next;
            } else if (next == '>') {
                break;
            }
        }
        enter(start);
        return at;
    }

    private void enter(int start) {
        boolean closes = page.startsWith("</", start);
        int from = closes ? start + 2 : start + 1;
        int to = from;
        while (to < page.length() && Character.isLetterOrDigit(page.charAt(to))) {
            to++;
        }
        String name = page.substring(from, to);
        if (closes && name.equals(withoutElements)) {
            withoutElements = null;
        } else if (!closes && WITHOUT_ELEMENTS.contains(name)) {
            withoutElements = name;
        }
    }

    private void closeAll() {
        while (spans > 0) {
            made.append(END);
            spans--;
        }
    }
}
