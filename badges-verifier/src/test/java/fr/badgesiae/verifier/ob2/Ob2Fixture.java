package fr.badgesiae.verifier.ob2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.CheckName;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.FetchResult.Failure;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The documents of the samples, some of them replaced, and the report for a badge among them. */
public final class Ob2Fixture {
    public static final String ASSERTION = "https://ob2.example/assertions/valid-ob2-hosted";
    private static final BadgeVerifier VERIFIER = new BadgeVerifier();
    private static final Map<String, byte[]> SAMPLES = Samples.documents();

    private final Map<String, byte[]> documents = new HashMap<>(SAMPLES);
    private final Map<String, FetchResult> answers = new HashMap<>();
    private UnaryOperator<VerificationPolicy> policy = unchanged -> unchanged;

    public static ObjectNode json(byte[] bytes) {
        try {
            return JsonReader.object(bytes);
        } catch (UnreadableException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static ObjectNode json(String text) {
        return json(text.getBytes(StandardCharsets.UTF_8));
    }

    public Ob2Fixture with(UnaryOperator<VerificationPolicy> change) {
        policy = change;
        return this;
    }

    public Ob2Fixture serve(String url, ObjectNode document) {
        return serve(url, document.toString());
    }

    public Ob2Fixture serve(String url, String document) {
        documents.put(url, document.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Ob2Fixture fail(String url, Failure failure) {
        answers.put(url, new FetchResult.Failed(failure, ""));
        return this;
    }

    /** The address answers 410 with a body. */
    public Ob2Fixture gone(String url, String goneBody) {
        answers.put(url, new FetchResult.Failed(Failure.GONE, "410", goneBody.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public Ob2Fixture from(String url, String finalUrl, boolean stale) {
        answers.put(url, new FetchResult.Fetched(URI.create(finalUrl), "", documents.get(url), false, stale));
        return this;
    }

    /** The valid hosted assertion, changed both where it is shown and where it is served. */
    public VerificationReport hosted(Consumer<ObjectNode> change) {
        ObjectNode assertion = json(documents.get(ASSERTION));
        change.accept(assertion);
        serve(ASSERTION, assertion);
        return verify(Submission.of(assertion.toString()));
    }

    public VerificationReport verify(Submission submission) {
        Fetcher fetcher = (uri, limits) -> {
            String url = uri.toString();
            if (answers.containsKey(url)) {
                return answers.get(url);
            }
            return documents.containsKey(url)
                    ? new FetchResult.Fetched(uri, "application/ld+json", documents.get(url), false, false)
                    : new FetchResult.Failed(Failure.NOT_FOUND, "");
        };
        return VERIFIER.verify(submission, policy.apply(VerificationPolicy.at(Samples.at(), fetcher)));
    }

    public static String reason(VerificationReport report, CheckName name) {
        return report.check(name).outcome() + " " + report.check(name).reason().code();
    }
}
