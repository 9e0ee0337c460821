package fr.badgesiae.api;

import static fr.badgesiae.api.OpenidRun.JWT_VC;
import static fr.badgesiae.api.OpenidRun.SD_JWT;
import static fr.badgesiae.api.OpenidRun.assertError;
import static fr.badgesiae.api.OpenidRun.brought;
import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.wallet.offer.ShowOfferable;
import fr.badgesiae.api.wallet.openid.OfferByOpenid;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.proof.TestWallet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** OpenID4VCI 1.0 over HTTP: which copies of a badge there can be. */
@ExtendWith(OpenidRuns.class)
class OpenidCopiesTest {
    private final OpenidRun run;

    OpenidCopiesTest(OpenidRun run) {
        this.run = run;
    }

    @Test
    void aTokenIsForOneKey() {
        String token = run.token(OpenidWallet.WALT_ID);
        brought(run.ask(token, JWT_VC));
        run.wallet = TestWallet.p256();

        assertError(run.ask(token, JWT_VC), "credential_request_denied");
        assertThat(run.copies()).isEqualTo(1);
    }

    @Test
    void aCopyThatWasWithdrawnIsNotBroughtAgain() {
        for (OpenidWallet kind : OpenidWallet.offered(run.server.platform().settings())) {
            String configuration = kind == OpenidWallet.WALT_ID ? JWT_VC : SD_JWT;
            String token = run.token(kind);
            brought(run.ask(token, configuration));
            UUID copy = run.server
                    .database()
                    .owner()
                    .withHandle(handle -> handle.select(
                                    "SELECT edition_id FROM openid_offer WHERE holder_id = ? AND wallet = ?",
                                    run.badge.holder().value(),
                                    kind)
                            .mapTo(UUID.class)
                            .one());
            run.server.features().edition().withdrawCopy().apply(run.badge.holder(), new CredentialId(copy));

            assertError(run.ask(token, configuration), "credential_request_denied");
        }
        assertThat(run.copies()).isEqualTo(2);
    }

    @Test
    void theSixthCopyIsDenied() {
        List<String> tokens = java.util.stream.IntStream.range(0, 6)
                .mapToObj(number -> run.token(OpenidWallet.WALT_ID))
                .toList();
        for (String token : tokens.subList(0, 5)) {
            run.wallet = TestWallet.p256();
            brought(run.ask(token, JWT_VC));
        }
        run.wallet = TestWallet.p256();
        assertError(run.ask(tokens.get(5), JWT_VC), "credential_request_denied");
        assertThat(run.copies()).isEqualTo(5);
    }

    @Test
    void copiesThatHaveEndedTakeNoPlace() {
        for (int copy = 0; copy < 5; copy++) {
            run.wallet = TestWallet.p256();
            brought(run.ask(run.token(OpenidWallet.WALT_ID), JWT_VC));
        }
        ShowOfferable show = new ShowOfferable(
                run.server.platform().database(), run.server.platform().clock());
        assertThat(show.apply(run.badge.holder(), run.badge.badge()).full()).isTrue();
        run.execute(
                "UPDATE credential SET valid_from = now() - interval '2 days', valid_until = now() - interval '1 day'"
                        + " WHERE holder_id = ? AND wallet IS NOT NULL",
                run.badge.holder().value());

        assertThat(show.apply(run.badge.holder(), run.badge.badge()).full()).isFalse();
        run.wallet = TestWallet.p256();
        brought(run.ask(run.token(OpenidWallet.WALT_ID), JWT_VC));
    }

    @Test
    void aCopyThatWasWithdrawnBeforeItWasNotedIsNotSignedAgain() {
        OfferByOpenid.Made offer = run.made(OpenidWallet.WALT_ID);
        String token = run.client.granted(offer.codes());
        brought(run.ask(token, JWT_VC));
        UUID copy = run.server
                .database()
                .owner()
                .withHandle(handle -> handle.select("SELECT edition_id FROM openid_offer WHERE id = ?", offer.offer())
                        .mapTo(UUID.class)
                        .one());
        run.execute("UPDATE openid_offer SET edition_id = NULL WHERE id = ?", offer.offer());
        run.server.features().edition().withdrawCopy().apply(run.badge.holder(), new CredentialId(copy));

        assertError(run.ask(token, JWT_VC), "credential_request_denied");
        assertThat(run.copies()).isEqualTo(1);
        brought(run.ask(run.token(OpenidWallet.WALT_ID), JWT_VC));
    }

    @Test
    void aSpaceThatIsErasedMeanwhileIsDenied() {
        run.execute("CREATE FUNCTION erased_meanwhile() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'erased' USING ERRCODE = 'PE410'; END $$");
        run.execute("CREATE TRIGGER erased_meanwhile BEFORE UPDATE OF edition_id ON openid_offer FOR EACH ROW"
                + " EXECUTE FUNCTION erased_meanwhile()");
        try {
            assertError(run.ask(run.token(OpenidWallet.WALT_ID), JWT_VC), "credential_request_denied");
        } finally {
            run.execute("DROP FUNCTION erased_meanwhile CASCADE");
        }
    }
}
