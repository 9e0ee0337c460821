package fr.badgesiae.verifier.recipient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The spellings of a value that are compared with a hash, which allows no looser comparison. Always the same ones in the same
 * order: as given, then the likeliest, which differ least.
 */
final class Spellings {
    /** The most spellings compared with one hash. */
    static final int MAX_SPELLINGS = 64;
    /** The most words of a name that are put in another order. */
    private static final int MAX_WORDS = 6;

    private Spellings() {}

    /**
     * @param text to be hashed
     * @param differences from the value as given, none for its typographic forms
     */
    record Spelling(String text, Set<Difference> differences) {}

    /** A way to write a value. */
    private record Form(UnaryOperator<String> write, boolean isChange) {
        static Form same() {
            return new Form(text -> text, false);
        }

        static Form change(UnaryOperator<String> write) {
            return new Form(write, true);
        }
    }

    /** Of a name. */
    static List<Spelling> ofName(String value) {
        String name = Letters.normal(value);
        List<Spelling> all = given(value);
        all.add(new Spelling(name.replace('\'', '\u2019'), Set.of()));
        for (Form hyphen : hyphens(name)) {
            for (Form accent : List.of(Form.same(), Form.change(Letters::bare))) {
                for (Form letters : nameCases()) {
                    for (Form order : orders(hyphen.write().apply(name))) {
                        String text = order.write()
                                .apply(letters.write()
                                        .apply(accent.write()
                                                .apply(hyphen.write().apply(name))));
                        Set<Difference> differences = EnumSet.noneOf(Difference.class);
                        add(differences, Difference.HYPHENS, hyphen);
                        add(differences, Difference.ACCENTS, accent);
                        add(differences, Difference.CASE, letters);
                        add(differences, Difference.ORDER, order);
                        all.add(new Spelling(text, differences));
                    }
                }
            }
        }
        return first(all);
    }

    /** Of an e-mail address: the case of its two parts. */
    static List<Spelling> ofEmail(String value) {
        String address = value.strip();
        int at = address.lastIndexOf('@');
        String local = at < 0 ? address : address.substring(0, at);
        String domain = at < 0 ? "" : address.substring(at);
        List<Spelling> all = new ArrayList<>(List.of(new Spelling(value, Set.of()), new Spelling(address, Set.of())));
        for (Form one : localCases()) {
            for (Form other : domainCases()) {
                Set<Difference> differences = EnumSet.noneOf(Difference.class);
                add(differences, Difference.CASE, one);
                add(differences, Difference.CASE, other);
                all.add(new Spelling(one.write().apply(local) + other.write().apply(domain), differences));
            }
        }
        return first(all);
    }

    /** Of a telephone number: also without punctuation. */
    static List<Spelling> ofTelephone(String value) {
        List<Spelling> all = given(value);
        all.add(new Spelling(digits(value), Set.of()));
        return first(all);
    }

    /** Of any other identifier, where each letter counts. */
    static List<Spelling> ofIdentifier(String value) {
        return first(given(value));
    }

    /** A telephone number without punctuation. */
    static String digits(String value) {
        return Letters.normal(value).replaceAll("[ ().-]", "");
    }

    private static List<Spelling> given(String value) {
        List<Spelling> all = new ArrayList<>();
        all.add(new Spelling(value, Set.of()));
        all.add(new Spelling(value.strip(), Set.of()));
        all.add(new Spelling(Letters.normal(value), Set.of()));
        return all;
    }

    private static void add(Set<Difference> differences, Difference difference, Form form) {
        if (form.isChange()) {
            differences.add(difference);
        }
    }

    /** Each text once, by its fewest differences; sorting is stable. */
    private static List<Spelling> first(List<Spelling> all) {
        Map<String, Spelling> first = new LinkedHashMap<>();
        all.stream()
                .sorted(Comparator.comparingInt(
                        spelling -> spelling.differences().size()))
                .forEach(spelling -> first.putIfAbsent(spelling.text(), spelling));
        return first.values().stream().limit(MAX_SPELLINGS).toList();
    }

    /** A hyphen as a blank, or a blank between given names, or between family names, as a hyphen. */
    private static List<Form> hyphens(String name) {
        List<Form> forms = new ArrayList<>(List.of(Form.same()));
        if (name.indexOf('-') >= 0) {
            forms.add(Form.change(text -> text.replace('-', ' ')));
        }
        if (name.split(" ").length > 2) {
            forms.add(Form.change(text -> text.replaceFirst(" ", "-")));
            forms.add(Form.change(text -> text.replaceFirst(" (?=[^ ]*$)", "-")));
        }
        return forms;
    }

    private static List<Form> nameCases() {
        return List.of(
                Form.same(),
                Form.change(text -> onWords(text, false)),
                Form.change(Spellings::capitalised),
                Form.change(Letters::upper),
                Form.change(Letters::lower),
                Form.change(text -> onWords(text, true)));
    }

    private static String capitalised(String name) {
        return Letters.capitalised(name, " -'");
    }

    /** One word in capitals, as family names are written: the last one or the first. */
    private static String onWords(String name, boolean first) {
        int blank = first ? name.indexOf(' ') : name.lastIndexOf(' ');
        if (blank < 0) {
            return capitalised(name);
        }
        String before = name.substring(0, blank);
        String after = name.substring(blank);
        return first ? Letters.upper(before) + capitalised(after) : capitalised(before) + Letters.upper(after);
    }

    /** The last words first, as many as may be family names; then with a comma. */
    private static List<Form> orders(String name) {
        List<Form> forms = new ArrayList<>(List.of(Form.same()));
        int words = Math.min(MAX_WORDS, name.split(" ").length);
        for (int last = 1; last < words; last++) {
            int moved = last;
            forms.add(Form.change(text -> turned(text, moved, " ")));
        }
        if (words > 1) {
            forms.add(Form.change(text -> turned(text, 1, ", ")));
        }
        return forms;
    }

    private static String turned(String name, int moved, String between) {
        List<String> words = new ArrayList<>(Arrays.asList(name.split(" ")));
        Collections.rotate(words, moved);
        int split = Math.min(moved, words.size());
        return String.join(" ", words.subList(0, split))
                + (split < words.size() ? between : "")
                + String.join(" ", words.subList(split, words.size()));
    }

    private static List<Form> localCases() {
        return List.of(
                Form.same(),
                Form.change(Addresses::lower),
                Form.change(local -> Addresses.capitalised(local, "._-+")),
                Form.change(local -> Addresses.capitalised(local, "")),
                Form.change(Addresses::upper),
                Form.change(local -> lastUpper(local, Addresses.lower(local))),
                Form.change(local -> lastUpper(local, Addresses.capitalised(local, ""))));
    }

    /** The part after the last dot in capitals, as family names are written. */
    private static String lastUpper(String local, String rest) {
        int dot = local.lastIndexOf('.');
        return dot < 0 || rest.length() != local.length()
                ? rest
                : rest.substring(0, dot) + Addresses.upper(local.substring(dot));
    }

    private static List<Form> domainCases() {
        return List.of(
                Form.same(),
                Form.change(Addresses::lower),
                Form.change(domain -> Addresses.capitalised(domain, "@")),
                Form.change(domain -> Addresses.capitalised(domain, "@.-")),
                Form.change(Addresses::upper));
    }
}
