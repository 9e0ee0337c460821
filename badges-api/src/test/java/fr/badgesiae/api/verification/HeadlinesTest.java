package fr.badgesiae.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.IssuedCredential;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.platform.Code;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeadlinesTest {
    private static String scan(Street street, Code code) {
        return street.web.browse("/v/" + code.value(), "fr").text();
    }

    @Test
    void aLapsedBadgeIsAuthenticButExpiredAndNeverAForgery() {
        try (Street street = Street.open()) {
            IssuedCredential badge = street.house.issued();
            Code code = street.share(badge, street.house.now().plus(Duration.ofDays(1000)), null);
            street.house.pass(Duration.ofDays(740));
            assertThat(scan(street, code))
                    .contains("Authentique, expiré depuis le 2 novembre 2028")
                    .doesNotContain("Pas authentique");
        }
    }

    @Test
    void aBadgeOfTomorrowIsNotYetValid() {
        try (Street street = Street.open()) {
            Code code = street.share(street.house.issued());
            street.house.pass(Duration.ofDays(-2));
            assertThat(scan(street, code)).contains("Pas encore valable", "valable à partir du 2 novembre 2026");
        }
    }

    @Test
    void withoutTheStatusListNobodySaysThatItWasNotTakenBack() {
        try (Street street = Street.withoutStatusLists()) {
            Code code = street.share(street.house.issued());
            assertThat(scan(street, code))
                    .contains("Impossible de vérifier maintenant", "Cela ne dit rien contre le badge")
                    .doesNotContain("Il est valable aujourd’hui");
        }
    }

    @Test
    void withoutANameBothScreensShowTheSameTwoWords() {
        try (Street street = Street.open()) {
            AwardStatement named = street.house.statement();
            CredentialId id = street.house.prepare(new AwardStatement(
                    named.awardId(),
                    named.organisation(),
                    named.person(),
                    named.holder(),
                    named.subject(),
                    named.achievement(),
                    named.narrative(),
                    named.evidence(),
                    named.awardedOn(),
                    NameChoice.NONE,
                    null,
                    false,
                    named.offerId()));
            street.house.node.credentials.issue().finish(street.house.organisation, id);
            Code code = street.share(street.house.find(id));
            String words = street.words(code);
            assertThat(scan(street, code))
                    .contains(words, "Ce badge ne montre pas de nom")
                    .doesNotContain("Alix", "Deux semaines", "pièce d’identité");
            assertThat(street.web
                            .browse("/v/" + code.value() + "?facile=1", "fr")
                            .text())
                    .contains(words);
        }
    }
}
