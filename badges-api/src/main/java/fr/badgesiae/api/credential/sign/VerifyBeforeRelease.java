package fr.badgesiae.api.credential.sign;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Verifies our own output as an independent verifier would, before release; it fetches only documents of this service. */
public final class VerifyBeforeRelease {
    private static final Set<Outcome> TELLING = Set.of(Outcome.FAILED, Outcome.INCONCLUSIVE);

    private final Settings settings;
    private final Clock clock;
    private final BadgeVerifier verifier;
    private final List<DocumentSource> documents;

    public VerifyBeforeRelease(Settings settings, Clock clock, BadgeVerifier verifier, List<DocumentSource> documents) {
        this.settings = settings;
        this.clock = clock;
        this.verifier = verifier;
        this.documents = List.copyOf(documents);
    }

    /** The verdict of the JSON document, or that of the JWT when the document is VALID. */
    public Judgement judge(SignedForms forms) {
        return judge(forms, this::fetch);
    }

    /**
     * The same. A copy of a published document may be older than the key that signed: what is not VALID is judged again by
     * the documents of now.
     *
     * @param published {@link #readOnce}, for forms that are judged together
     */
    public Judgement judge(SignedForms forms, Fetcher published) {
        Judgement first = both(forms, published);
        return first.verdict() == Verdict.VALID ? first : both(forms, this::fetchAgain);
    }

    private Judgement both(SignedForms forms, Fetcher published) {
        Judgement document = judge(forms.document(), published);
        return document.verdict() == Verdict.VALID ? judge(forms.jwt(), published) : document;
    }

    /** The verdict of one form. */
    public Judgement judge(String form) {
        return judge(form, this::fetch);
    }

    /** The documents of this service, each read once from now on: a status list asks the database for its version. */
    public Fetcher readOnce() {
        Map<URI, FetchResult> read = new ConcurrentHashMap<>();
        return (uri, limits) -> {
            FetchResult known = read.get(uri);
            FetchResult result = known == null ? fetch(uri, limits) : known;
            if (result instanceof FetchResult.Fetched) {
                read.put(uri, result);
            }
            return result;
        };
    }

    /** The verdict of one form by documents that are read once. */
    Judgement judge(String form, Fetcher published) {
        VerificationReport report = report(form, published);
        return new Judgement(report.verdict(), reasons(report));
    }

    VerificationReport report(String form, Fetcher published) {
        VerificationPolicy policy = VerificationPolicy.at(clock.instant(), published);
        boolean loopback = "http".equals(settings.publicUrl().getScheme());
        return verifier.verify(Submission.of(form), loopback ? policy.withLoopback() : policy);
    }

    private static String reasons(VerificationReport report) {
        return report.checks().stream()
                .filter(check -> TELLING.contains(check.outcome()))
                .map(VerifyBeforeRelease::reason)
                .collect(Collectors.joining(", "));
    }

    /** Names and codes only: arguments and findings could hold content of the badge. */
    private static String reason(CheckResult check) {
        return check.name() + " " + check.reason().code();
    }

    private FetchResult fetch(URI uri, FetchLimits limits) {
        return fetch(uri, DocumentSource::published);
    }

    private FetchResult fetchAgain(URI uri, FetchLimits limits) {
        return fetch(uri, DocumentSource::readAgain);
    }

    private FetchResult fetch(URI uri, BiFunction<DocumentSource, URI, Optional<PublishedDocument>> read) {
        for (DocumentSource source : documents) {
            Optional<PublishedDocument> found = read.apply(source, uri);
            if (found.isPresent()) {
                PublishedDocument document = found.get();
                return new FetchResult.Fetched(uri, document.mediaType(), document.body(), true, false);
            }
        }
        return new FetchResult.Failed(FetchResult.Failure.OFFLINE, "not a document of ours");
    }

    /**
     * @param reasons names and reason codes of the checks that did not pass
     */
    public record Judgement(Verdict verdict, String reasons) {}
}
