package fr.badgesiae.verifier;

import com.ibm.icu.text.MessageFormat;
import fr.badgesiae.verifier.ReasonSentences.KindWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The headline of a report in words: a heading, and a sentence that says what is proven, by whom, and what stands in the
 * way. The same words for page, API and command line. Thread-safe.
 */
public final class Conclusion {
    private static final Properties FRENCH = read("conclusions_fr.properties");
    private static final Properties ENGLISH = read("conclusions_en.properties");

    /** The headlines whose sentence says first whether the content is proven. */
    private static final Set<Headline> WITH_BASIS = EnumSet.of(
            Headline.EXPIRED,
            Headline.NOT_YET_VALID,
            Headline.SUSPENDED,
            Headline.REVOKED,
            Headline.OTHER_RECIPIENT,
            Headline.OTHER_CREDENTIAL,
            Headline.NOT_CONFORMING);

    private static final List<ReasonCode> HOSTED = List.of(
            ReasonCode.PROOF_HOSTED_AS_SHOWN,
            ReasonCode.PROOF_HOSTED_STALE,
            ReasonCode.PROOF_HOSTED_COPY_DIFFERS,
            ReasonCode.PROOF_HOSTED_ADDRESS_DIFFERS,
            ReasonCode.PROOF_HOSTED_REVOKED,
            ReasonCode.PROOF_BADGE_CLASS_DIFFERS);

    private final Locale locale;
    private final ZoneId zone;
    private final Properties words;
    private final ReasonSentences reasons;

    private Conclusion(Locale locale, ZoneId zone) {
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        this.locale = english ? Locale.UK : Locale.FRENCH;
        this.zone = zone;
        this.words = english ? ENGLISH : FRENCH;
        this.reasons = ReasonSentences.in(locale);
    }

    /**
     * The words in a language; any language but English gets French.
     *
     * @param zone of the days in sentences
     */
    public static Conclusion in(Locale locale, ZoneId zone) {
        return new Conclusion(locale, zone);
    }

    /** The words in a language, with days in UTC. */
    public static Conclusion in(Locale locale) {
        return in(locale, ZoneOffset.UTC);
    }

    /** The heading: a few words. */
    public String heading(VerificationReport report) {
        String key = "heading." + report.headline();
        String variant = switch (report.headline()) {
            case CANNOT_TELL -> mayPass(report) ? key + ".later" : key;
            case OTHER_CREDENTIAL -> key + expected(report);
            default -> report.proven() ? key : key + ".unproven";
        };
        return words.getProperty(variant, words.getProperty(key));
    }

    /** The sentences under the heading. */
    public String sentence(VerificationReport report) {
        return about(report) + kind(report);
    }

    /** What else than a badge it is, unless the sentence says so already. */
    private String kind(VerificationReport report) {
        boolean other = report.kind() == VerificationReport.Kind.OTHER;
        boolean said = other && report.headline() == Headline.OTHER_CREDENTIAL;
        String key = "kind." + report.kind() + (other ? expected(report) : "");
        return report.credential() != null && !said && words.containsKey(key) ? " " + words.getProperty(key) : "";
    }

    private String about(VerificationReport report) {
        String reason = Deciding.of(report)
                .map(check -> closed(reasons.say(report, check.reason())))
                .orElse("");
        if (WITH_BASIS.contains(report.headline())) {
            String key = "but." + report.headline()
                    + (report.headline() == Headline.OTHER_CREDENTIAL ? expected(report) : "");
            String but = say(report, key, day(report), reason);
            String status = statusIsOpen(report) ? " " + say(report, "status-open") : "";
            return say(report, "basis." + basis(report), who(report), but) + status;
        }
        return say(report, "sentence." + report.headline() + variant(report), who(report), reason);
    }

    private static String variant(VerificationReport report) {
        if (report.headline() == Headline.CANNOT_TELL && mayPass(report)) {
            return ".later";
        }
        boolean copyDiffers = ReasonCode.PROOF_HOSTED_COPY_DIFFERS.is(
                report.check(CheckName.PROOF).reason());
        return report.headline() == Headline.AUTHENTIC && copyDiffers ? ".published" : "";
    }

    /** What another credential stands in place of: an endorsement inside a badge, else a badge. */
    private static String expected(VerificationReport report) {
        boolean endorsement = ReasonCode.SCHEMA_NOT_AN_ENDORSEMENT.is(
                report.check(CheckName.SCHEMA).reason());
        return endorsement ? ".endorsement" : "";
    }

    /** Whether a headline CANNOT_TELL may be another one soon. */
    public static boolean mayPass(VerificationReport report) {
        return Deciding.of(report).map(RetryAdvice::mayHelp).orElse(false);
    }

    private static String basis(VerificationReport report) {
        CheckResult proof = report.check(CheckName.PROOF);
        if (report.proven()) {
            return HOSTED.stream().anyMatch(code -> code.is(proof.reason())) ? "HOSTED" : "SIGNED";
        }
        boolean signed = proof.outcome() == Outcome.PASSED || proof.outcome() == Outcome.WARNING;
        return signed ? "ISSUER_OPEN" : "UNPROVEN";
    }

    private static boolean statusIsOpen(VerificationReport report) {
        Outcome status = report.check(CheckName.STATUS).outcome();
        return status == Outcome.INCONCLUSIVE || status == Outcome.SKIPPED;
    }

    /** The owner of the key: the registered name, else the domain or the DID; never the name that the badge claims. */
    private String who(VerificationReport report) {
        TrustRegistry.Entry registered = report.issuer().registered();
        return Optional.ofNullable(registered)
                .map(TrustRegistry.Entry::registeredName)
                .or(() -> Optional.ofNullable(report.issuer().id()).map(IssuerNames::shown))
                .map(name -> new MessageFormat(words.getProperty("issuer-named"), locale).format(new Object[] {name}))
                .orElseGet(() -> words.getProperty("issuer-unnamed"));
    }

    /** The day that the dates of the badge decide, or an empty text. */
    private String day(VerificationReport report) {
        CheckResult period = report.check(CheckName.VALIDITY_PERIOD);
        boolean dated = report.headline() == Headline.EXPIRED || report.headline() == Headline.NOT_YET_VALID;
        if (!dated || period.reason().arguments().isEmpty()) {
            return "";
        }
        try {
            String written = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(locale)
                    .format(Instant.parse(period.reason().arguments().get(0)).atZone(zone));
            boolean first = locale.equals(Locale.FRENCH) && written.startsWith("1 ");
            return first ? "1er" + written.substring(1) : written;
        } catch (DateTimeException beyondTheLastDay) {
            return period.reason().arguments().get(0);
        }
    }

    /** Ends a sentence that ends with an argument. */
    private static String closed(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private String say(VerificationReport report, String key, String... arguments) {
        String pattern = words.getProperty(key);
        boolean ofBadges = key.startsWith("but." + Headline.OTHER_CREDENTIAL);
        String worded = ofBadges ? pattern : KindWords.of(report, key).apply(pattern);
        return new MessageFormat(worded, locale).format((Object[]) arguments);
    }

    /** Every key with a sentence, in French or English. */
    static Properties all(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? ENGLISH : FRENCH;
    }

    private static Properties read(String resource) {
        Properties sentences = new Properties();
        try (InputStream stream = Conclusion.class.getResourceAsStream(resource);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            sentences.load(reader);
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The check that decides the headline. */
    private static final class Deciding {
        private static final List<CheckName> AUTHENTICITY =
                List.of(CheckName.PROOF, CheckName.ISSUER, CheckName.CONTEXT);
        private static final List<CheckName> OPEN = List.of(
                CheckName.FORMAT,
                CheckName.PROOF,
                CheckName.ISSUER,
                CheckName.CONTEXT,
                CheckName.SCHEMA,
                CheckName.VALIDITY_PERIOD,
                CheckName.STATUS,
                CheckName.RECIPIENT);

        private Deciding() {}

        static Optional<CheckResult> of(VerificationReport report) {
            return switch (report.headline()) {
                case AUTHENTIC -> Optional.empty();
                case NOT_AUTHENTIC -> first(report, AUTHENTICITY, Outcome.FAILED);
                case OTHER_RECIPIENT -> Optional.of(report.check(CheckName.RECIPIENT));
                case OTHER_CREDENTIAL -> Optional.of(report.check(CheckName.SCHEMA));
                case CANNOT_TELL -> first(report, OPEN, Outcome.INCONCLUSIVE);
                case NOT_A_BADGE, NOT_CONFORMING, EXPIRED, NOT_YET_VALID, SUSPENDED, REVOKED ->
                    first(report, List.of(CheckName.values()), Outcome.FAILED);
            };
        }

        private static Optional<CheckResult> first(VerificationReport report, List<CheckName> names, Outcome outcome) {
            return names.stream()
                    .map(report::check)
                    .filter(check -> check.outcome() == outcome)
                    .findFirst();
        }
    }

    /** Issuer ids for people. */
    private static final class IssuerNames {
        private static final int LONGEST = 80;

        private IssuerNames() {}

        /** The domain of a web address or a did:web, else the id, shortened. */
        static String shown(String id) {
            if (id.startsWith("did:web:")) {
                String host = id.substring("did:web:".length());
                int path = host.indexOf(':');
                return shortened((path < 0 ? host : host.substring(0, path)).replaceFirst("(?i)%3A", ":"));
            }
            try {
                String host = java.net.URI.create(id).getHost();
                return shortened(host == null ? id : host);
            } catch (IllegalArgumentException e) {
                return shortened(id);
            }
        }

        private static String shortened(String text) {
            return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        }
    }
}
