package fr.badgesiae.api.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares every bundle with the glossary, with the other language and with the keys used in code. */
class BundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/fr/badgesiae/api");
    private static final Pattern FORBIDDEN =
            Pattern.compile("certifi|dipl[oô]m|\\bvalidée?s?\\b|blockchain|\\bpreuves?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_VERBS_FR = Pattern.compile(
            "attribu|d[ée]cern|octro|d[ée]livr|r[ée]voqu|suspen|r[ée]clam|endoss|\\bPIN\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AWARDED_PAPERS_FR = Pattern.compile(
            "\\b(remet|remis)[^.]*(ticket|feuille|lien\\b|carte|notice)|(ticket|feuille|lien|carte|notice)[^.]*\\b(remet|remis)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_VERBS_EN = Pattern.compile(
            "withdr|(take|taken|took|taking)( this badge| the badge)? back|\\bgrant|\\bconfer|suspen|\\bhand(s|ed|ing)? ",
            Pattern.CASE_INSENSITIVE);
    /** A network has members; nobody vouches for anybody. */
    private static final Pattern VOUCHING = Pattern.compile(
            "r[ée]pond\\w* (plus |à nouveau )?(d[eu]\\b|des\\b|d’)|qui réponde|\\b(answer|vouch)\\w* (again )?for",
            Pattern.CASE_INSENSITIVE);

    /** A number, and a unit that a line end would take from it. */
    private static final Pattern LOOSE_UNIT_FR = Pattern.compile(
            "(\\d|#|\\{\\d+(, number(, integer)?)?\\}) (%|Mo|ko|mois|jours?|heures?|minutes?|fois|caractères|chiffres|lettres"
                    + "|pixels|octets|ans?|essais|mots)(?![\\p{L}])");

    /** Four digits without a space that are no year, address, example of a code or PIN. */
    private static final Pattern THOUSANDS_FR = Pattern.compile("(?<![\\p{L}\\d])[1-9]\\d{3}\u00a0\\p{L}");

    /** Words that lose their vowel, or join an article, before a name that begins with a vowel or an article. */
    private static final Pattern BEFORE_A_NAME_FR = Pattern.compile(
            "(?<![\\p{L}’])(de|que|ne|se|ce|le|la|du|au|jusque|lorsque|puisque)[ \u00a0]\\{(\\d)[,}]",
            Pattern.CASE_INSENSITIVE);

    /** A number is no name: it counts what follows. */
    private static final Pattern COUNTED_FR = Pattern.compile("(plus|bout) de \\{\\d\\}[ \u00a0]\\p{Ll}");

    /** Their argument is not a bare name: it begins with its noun, "l’émetteur « … »" or "son émetteur". */
    private static final Set<String> WITH_ITS_NOUN =
            Set.of("conclusions basis.SIGNED", "conclusions sentence.AUTHENTIC");

    private static final Path VERIFIER = Path.of("../badges-verifier/src/main/resources/fr/badgesiae/verifier");

    private static final Pattern ASKED = Pattern.compile(
            "(?:\\bt\\(|Message\\.of\\(|Errors\\.of\\(\\s*\"[^\"]*\",|\\.with\\(\\s*\"[^\"]*\",)\\s*\"([a-z0-9.-]+)\"\\s*[,)]");
    private static final Pattern SENTENCES = Pattern.compile("[.!?…]");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0\u202f]+");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*\\.[a-z0-9.-]*)\"");

    private final Map<String, String> french = all("fr");
    private final Map<String, String> english = all("en");
    private final String code = sources();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(english.keySet()).isEqualTo(french.keySet()).hasSizeGreaterThan(500);
    }

    @Test
    void aKeyHasTheSameArgumentsInBothLanguages() {
        french.forEach(
                (key, text) -> assertThat(arguments(english.get(key))).as(key).isEqualTo(arguments(text)));
    }

    @Test
    void everyKeyAskedForExists() {
        Set<String> features =
                french.keySet().stream().map(BundlesTest::feature).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        Matcher asked = ASKED.matcher(code);
        while (asked.find()) {
            String key = asked.group(1);
            if (features.contains(feature(key)) && !key.endsWith(".") && !french.containsKey(key)) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noKeyIsLeftOver() {
        Set<String> literals =
                LITERAL.matcher(code).results().map(found -> found.group(1)).collect(Collectors.toSet());
        Set<String> unused = french.keySet().stream()
                .filter(key -> !feature(key).equals("common"))
                .filter(key -> literals.stream().noneMatch(literal -> uses(literal, key)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEmpty();
    }

    /** A literal that ends with a dot is the prefix of a key built in code; one may also gain a suffix there. */
    private static boolean uses(String literal, String key) {
        return key.equals(literal)
                || (literal.endsWith(".") && key.startsWith(literal))
                || key.startsWith(literal + ".");
    }

    @Test
    void frenchKeepsToTheGlossary() {
        french.forEach((key, text) -> assertThat(FORBIDDEN.matcher(text).find())
                .as(key + " says " + text)
                .isFalse());
    }

    @Test
    void frenchKeepsToItsTypography() {
        french.forEach((key, text) -> assertThat(text).as(key).doesNotContain("'", " ;", " !", " ?", " :", "..."));
    }

    @Test
    void nobodyVouchesForAnybody() {
        Map<String, String> all = new TreeMap<>();
        for (String language : List.of("fr", "en")) {
            all(language).forEach((key, text) -> all.put(language + " " + key, text));
            for (String bundle : List.of("messages", "explanations", "conclusions")) {
                read(Path.of("../badges-verifier/src/main/resources/fr/badgesiae/verifier/" + bundle + "_" + language
                                + ".properties"))
                        .forEach((key, text) -> all.put(language + " " + key, (String) text));
            }
        }
        assertThat(all)
                .hasSizeGreaterThan(1500)
                .noneSatisfy((key, text) -> assertThat(text).containsPattern(VOUCHING));
    }

    @Test
    void aNumberKeepsItsUnitOnItsLine() {
        french.forEach((key, text) ->
                assertThat(text).as(key).doesNotContainPattern(LOOSE_UNIT_FR).doesNotContainPattern(THOUSANDS_FR));
        for (String bundle : List.of("messages", "explanations", "conclusions", "cli/words")) {
            read(VERIFIER.resolve(bundle + "_fr.properties"))
                    .forEach((key, text) -> assertThat((String) text)
                            .as("%s of the verifier: %s", bundle, key)
                            .doesNotContainPattern(LOOSE_UNIT_FR)
                            .doesNotContainPattern(THOUSANDS_FR));
        }
    }

    /** A name stands between guillemets after its noun: "la clé de l’organisation « … »", never "la clé de …". */
    @Test
    void noWordThatChangesBeforeAVowelStandsBeforeAName() {
        Map<String, String> frenchOfBoth = new TreeMap<>(french);
        Map<String, String> englishOfBoth = new TreeMap<>(english);
        for (String bundle : List.of("messages", "explanations", "conclusions", "cli/words")) {
            read(VERIFIER.resolve(bundle + "_fr.properties"))
                    .forEach((key, text) -> frenchOfBoth.put(bundle + " " + key, (String) text));
            read(VERIFIER.resolve(bundle + "_en.properties"))
                    .forEach((key, text) -> englishOfBoth.put(bundle + " " + key, (String) text));
        }
        Set<String> wrong = new TreeSet<>();
        frenchOfBoth.forEach((key, text) -> BEFORE_A_NAME_FR
                .matcher(COUNTED_FR.matcher(text).replaceAll(""))
                .results()
                .filter(found -> !isADay(found.group(1), found.group(2), englishOfBoth.get(key)))
                .filter(found -> !WITH_ITS_NOUN.contains(key))
                .forEach(found -> wrong.add(key + ": " + text)));
        assertThat(frenchOfBoth.get("conclusions issuer-named")).isEqualTo("l’émetteur «\u00a0{0}\u00a0»");
        assertThat(frenchOfBoth).hasSizeGreaterThan(1500);
        assertThat(wrong).isEmpty();
    }

    /** French dates have an article; English tells a date by its preposition. */
    private static boolean isADay(String article, String argument, String english) {
        return List.of("le", "du", "au").contains(article.toLowerCase(Locale.ROOT))
                && Pattern.compile(
                                "\\b(on|since|until|from|of|to|at)[ \u00a0]\\{" + argument + "\\}",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(english)
                        .find();
    }

    /** One verb for each act: remettre a badge, proposer, recevoir, retirer, mettre en pause; papers and links are given. */
    @Test
    void oneActHasOneVerbInEachLanguage() {
        french.forEach((key, text) -> {
            assertThat(OTHER_VERBS_FR.matcher(text).find())
                    .as(key + " says " + text)
                    .isFalse();
            assertThat(AWARDED_PAPERS_FR.matcher(text).find())
                    .as(key + " says " + text)
                    .isFalse();
        });
        english.forEach((key, text) -> assertThat(OTHER_VERBS_EN.matcher(text).find())
                .as(key + " says " + text)
                .isFalse());
        read(VERIFIER.resolve("messages_fr.properties"))
                .forEach((key, text) -> assertThat(
                                OTHER_VERBS_FR.matcher((String) text).find())
                        .as(key + " says " + text)
                        .isFalse());
    }

    @Test
    void easyReadingKeepsToTwelveWordsASentence() {
        Stream.of(french, english)
                .forEach(bundle -> bundle.forEach((key, text) -> {
                    if (key.contains(".easy.")) {
                        for (String sentence : SENTENCES.splitAsStream(text).toList()) {
                            assertThat(SPACES.splitAsStream(sentence.strip()).count())
                                    .as(key + ": " + sentence)
                                    .isLessThanOrEqualTo(12L);
                        }
                    }
                }));
    }

    @Test
    void aKeyBelongsToTheBundleItStandsIn() {
        for (Path bundle : bundles("fr")) {
            String folder = RESOURCES.relativize(bundle.getParent()).toString();
            String feature = folder.equals("platform/html") ? "common" : folder.replace("platform/", "");
            assertThat(read(bundle).stringPropertyNames())
                    .as(folder)
                    .allMatch(key -> key.startsWith(feature + ".") || navigation(feature, key));
        }
    }

    /** The label of a feature's navigation entry is in the feature's own bundle. */
    private static boolean navigation(String feature, String key) {
        return !feature.equals("common") && key.startsWith("common.nav.");
    }

    private static String feature(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    static Set<String> arguments(String text) {
        MessagePattern pattern = new MessagePattern(text);
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                names.add(pattern.getSubstring(part));
            }
        }
        return names;
    }

    static Map<String, String> all(String language) {
        Map<String, String> keys = new TreeMap<>();
        bundles(language).forEach(bundle -> read(bundle).forEach((key, text) -> keys.put((String) key, (String) text)));
        return keys;
    }

    private static List<Path> bundles(String language) {
        return files(RESOURCES, "messages_" + language + ".properties");
    }

    private static String sources() {
        List<Path> all = new ArrayList<>(files(Path.of("src/main/jte"), ".jte"));
        all.addAll(files(Path.of("src/main/java"), ".java"));
        return all.stream().map(BundlesTest::text).collect(Collectors.joining("\n"));
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Properties read(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return properties;
    }
}
