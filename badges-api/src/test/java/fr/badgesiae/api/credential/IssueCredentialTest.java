package fr.badgesiae.api.credential;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Headline;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.VerificationReport;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IssueCredentialTest {
    private static House house;

    @BeforeAll
    static void open() {
        house = House.open();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static VerificationReport judge(String form) {
        Fetcher fetcher = (uri, limits) -> document(uri)
                .<FetchResult>map(found -> new FetchResult.Fetched(uri, found.mediaType(), found.body(), true, false))
                .orElse(new FetchResult.Failed(FetchResult.Failure.NOT_FOUND, uri.toString()));
        return new BadgeVerifier()
                .verify(
                        Submission.of(form),
                        VerificationPolicy.at(house.now(), fetcher).withLoopback());
    }

    private static Optional<PublishedDocument> document(URI uri) {
        return house.node
                .keys
                .documents()
                .published(uri)
                .or(() -> house.node.lists.documents().published(uri));
    }

    @Test
    void anIssuedBadgeIsValidInBothForms() {
        IssuedCredential issued = house.issued();

        VerificationReport document = judge(issued.documentText());
        assertThat(document.verdict()).as("%s", document.checks()).isEqualTo(Verdict.VALID);
        assertThat(document.headline()).isEqualTo(Headline.AUTHENTIC);
        VerificationReport jwt = judge(issued.jwtText());
        assertThat(jwt.verdict()).as("%s", jwt.checks()).isEqualTo(Verdict.VALID);
    }
}
