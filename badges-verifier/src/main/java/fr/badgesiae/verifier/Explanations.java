package fr.badgesiae.verifier;

import fr.badgesiae.verifier.ReasonSentences.KindWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an outcome means for the reader of a badge and what to do about it, in French or English. A reason states what was
 * found; an explanation states the consequence. Thread-safe.
 */
public final class Explanations {
    private static final Explanations FRENCH = new Explanations("explanations_fr.properties");
    private static final Explanations ENGLISH = new Explanations("explanations_en.properties");

    private final Properties sentences = new Properties();

    private Explanations(String resource) {
        try (InputStream stream = Explanations.class.getResourceAsStream(resource);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentences in a language; any language but English gets French. */
    public static Explanations in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? ENGLISH : FRENCH;
    }

    /** The meaning of a result: of its reason where that has a sentence of its own, else of its outcome. */
    public String means(CheckResult check) {
        return Optional.ofNullable(
                        sentences.getProperty("means." + check.reason().code()))
                .orElseGet(() -> means(check.name(), check.outcome()));
    }

    /** As {@link #means(CheckResult)}, of a report, which calls no other credential a badge. */
    public String means(VerificationReport report, CheckResult check) {
        String keyAlone = isKeyAlone(report.issuer().id()) && ReasonCode.ISSUER_RESOLVED.is(check.reason())
                ? sentences.getProperty("means.issuer.key-alone")
                : null;
        return KindWords.of(report, check.reason().code()).apply(keyAlone == null ? means(check) : keyAlone);
    }

    /** Whether an id is a key and nothing else: it has no address, and whoever made the key is unknown. */
    private static boolean isKeyAlone(@Nullable String id) {
        return id != null && (id.startsWith("did:key:") || id.startsWith("did:jwk:"));
    }

    /** As {@link #toDo(CheckResult)}, of a report, which calls no other credential a badge. */
    public Optional<String> toDo(VerificationReport report, CheckResult check) {
        return toDo(check).map(KindWords.of(report, check.reason().code()));
    }

    /** The advised action; to try again only where that may help. */
    public Optional<String> toDo(CheckResult check) {
        String own = "do." + check.reason().code();
        boolean mayHelp = RetryAdvice.mayHelp(check);
        String later = mayHelp ? sentences.getProperty("do." + check.name() + "." + check.outcome() + ".later") : null;
        return Optional.ofNullable(mayHelp ? sentences.getProperty(own + ".later") : null)
                .or(() -> Optional.ofNullable(sentences.getProperty(own)))
                .or(() -> Optional.ofNullable(later))
                .or(() -> toDo(check.name(), check.outcome()));
    }

    /** The meaning of the outcome. */
    public String means(CheckName check, Outcome outcome) {
        return find("means", check, outcome).orElse("");
    }

    /** The advised action; empty when there is none. */
    public Optional<String> toDo(CheckName check, Outcome outcome) {
        return find("do", check, outcome);
    }

    private Optional<String> find(String what, CheckName check, Outcome outcome) {
        String own = sentences.getProperty(what + "." + check + "." + outcome);
        return Optional.ofNullable(own != null ? own : sentences.getProperty(what + "." + outcome));
    }

    /** Every key with a sentence. */
    Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    /** The sentence of a key. */
    String sentence(String key) {
        return sentences.getProperty(key);
    }
}
