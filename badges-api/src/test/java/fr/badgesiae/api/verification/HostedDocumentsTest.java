package fr.badgesiae.api.verification;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.VerificationPolicy;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostedDocumentsTest {
    private static final URI PUBLISHED = URI.create("https://badges.example/keys/1");
    private static final JavaClasses ROOM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.badgesiae.api.verification", "fr.badgesiae.api.share");

    private final List<URI> asked = new ArrayList<>();
    private final DocumentSource source = uri ->
            uri.equals(PUBLISHED) ? Optional.of(PublishedDocument.of("application/json", "{}", 0)) : Optional.empty();
    private final Fetcher network = (uri, limits) -> {
        asked.add(uri);
        return new FetchResult.Failed(FetchResult.Failure.OFFLINE, "recorded");
    };
    private final HostedDocuments hosted =
            new HostedDocuments(new Settings(URI.create("https://badges.example"), false), List.of(source), network);

    private FetchResult fetch(String address) {
        return hosted.fetch(URI.create(address), FetchLimits.DOCUMENT);
    }

    @Test
    void ourOwnDocumentsAreReadHere() {
        assertThat(fetch(PUBLISHED.toString())).isInstanceOf(FetchResult.Fetched.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void whatWeDoNotPublishIsNotAskedOfOurselves() {
        assertThat(fetch("https://badges.example/nothing"))
                .isInstanceOfSatisfying(
                        FetchResult.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(FetchResult.Failure.NOT_FOUND));
        assertThat(asked).isEmpty();
    }

    @Test
    void everyOtherOriginGoesToTheNetwork() {
        String[] others = {
            "http://badges.example/keys/1",
            "https://badges.example:8443/keys/1",
            "https://badges.example.org/keys/1",
            "https://sub.badges.example/keys/1",
            "https://user@badges.example/keys/1"
        };
        for (String other : others) {
            fetch(other);
        }
        assertThat(asked).extracting(URI::toString).containsExactly(others);
    }

    /** Scan, upload and API share one fetcher: only the policy chooses it, and only the module creates it. */
    @Test
    void onePolicyAndOneFetcherServeEveryVerification() {
        noClasses()
                .that()
                .areNotAssignableTo(ServicePolicy.class)
                .should()
                .callMethod(VerificationPolicy.class, "at", Instant.class, Fetcher.class)
                .check(ROOM);
        assertThat(ROOM.get(HostedDocuments.class).getConstructorCallsToSelf())
                .singleElement()
                .satisfies(call -> assertThat(call.getOriginOwner()).matches(belongToAnyOf(VerificationModule.class)));
        assertThat(ROOM.get(ServicePolicy.class).getConstructorCallsToSelf())
                .as("one policy, the same for some badges together, and the same that keeps what it fetched")
                .extracting(call -> call.getOriginOwner().getSimpleName() + "."
                        + call.getOrigin().getName())
                .containsExactlyInAnyOrder(
                        "VerificationModule.<init>", "ServicePolicy.together", "ServicePolicy.recording");
    }
}
