package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.share.PublicPagesFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeadlinesTest {
    private static String scan(PublicPagesFixture pages, Code code) {
        return pages.web.browse("/v/" + code.value(), "fr").text();
    }

    @Test
    void aLapsedBadgeIsAuthenticButExpiredAndNeverAForgery() {
        try (PublicPagesFixture pages = PublicPagesFixture.open()) {
            IssuedCredential badge = pages.issuing.issued();
            Code code = pages.share(badge, pages.issuing.now().plus(Duration.ofDays(1000)), null);
            pages.issuing.pass(Duration.ofDays(740));
            assertThat(scan(pages, code))
                    .contains("Authentique, expiré depuis le 2 novembre 2028")
                    .doesNotContain("Pas authentique");
        }
    }

    @Test
    void aBadgeOfTomorrowIsNotYetValid() {
        try (PublicPagesFixture pages = PublicPagesFixture.open()) {
            Code code = pages.share(pages.issuing.issued());
            pages.issuing.pass(Duration.ofDays(-2));
            assertThat(scan(pages, code)).contains("Pas encore valable", "valable à partir du 2 novembre 2026");
        }
    }

    @Test
    void withoutTheStatusListNobodySaysThatItWasNotTakenBack() {
        try (PublicPagesFixture pages = PublicPagesFixture.withoutStatusLists()) {
            Code code = pages.share(pages.issuing.issued());
            assertThat(scan(pages, code))
                    .contains("Impossible de vérifier", "Cela ne dit rien contre le badge")
                    .doesNotContain("Il est valable aujourd’hui", "Réessayez");
        }
    }

    @Test
    void withoutANameBothScreensShowTheSameTwoWords() {
        try (PublicPagesFixture pages = PublicPagesFixture.open()) {
            AwardStatement named = pages.issuing.statement();
            CredentialId id = pages.issuing.prepare(new AwardStatement(
                    named.awardId(),
                    named.organisation(),
                    named.person(),
                    named.subject(),
                    named.achievement(),
                    named.narrative(),
                    named.evidence(),
                    named.awardedOn(),
                    NameChoice.NONE,
                    null,
                    false,
                    named.offerId(),
                    null));
            pages.issuing.node.credentials.finishCredential().apply(pages.issuing.organisation, id);
            Code code = pages.share(pages.issuing.find(id));
            String words = pages.words(code);
            assertThat(scan(pages, code))
                    .contains(words, "Ce badge ne montre pas de nom")
                    .doesNotContain("Alix", "Deux semaines", "pièce d’identité");
            assertThat(pages.web
                            .browse("/v/" + code.value() + "?facile=1", "fr")
                            .text())
                    .contains(words);
        }
    }
}
