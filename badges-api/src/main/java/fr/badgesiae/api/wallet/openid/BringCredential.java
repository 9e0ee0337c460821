package fr.badgesiae.api.wallet.openid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.edition.EditionProblem;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ErasedMeanwhile;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.wallet.openid.draft.RequestShape;
import fr.badgesiae.api.wallet.openid.proof.HolderKey;
import fr.badgesiae.api.wallet.openid.proof.KeyProof;
import fr.badgesiae.api.wallet.openid.proof.Nonces;
import fr.badgesiae.api.wallet.openid.proof.OpenidError;
import fr.badgesiae.api.wallet.openid.proof.OpenidException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Brings the copy that a token is for, signed for the key that the request proves. The same token and key get the same copy
 * again: an answer may be lost. A copy that was withdrawn meanwhile is not signed again.
 */
final class BringCredential {
    private static final String NOT_IN_FORCE = "the badge is not in force";

    private final Database database;
    private final FindToken tokens;
    private final OpenidAddresses addresses;
    private final Nonces nonces;
    private final SignEdition editions;
    private final ReadContent content;
    private final OpenidOptions options;
    private final Clock clock;

    BringCredential(
            Database database,
            FindToken tokens,
            OpenidAddresses addresses,
            OpenidOptions options,
            SignEdition editions,
            ReadContent content,
            Nonces nonces,
            Clock clock) {
        this.database = database;
        this.tokens = tokens;
        this.addresses = addresses;
        this.nonces = nonces;
        this.editions = editions;
        this.content = content;
        this.options = options;
        this.clock = clock;
    }

    /**
     * The copy.
     *
     * @param content in the format of the configuration
     * @param shape of the request
     */
    record Brought(JsonNode content, String notification, RequestShape shape) {
        /** Nothing of it: it is personal. */
        @Override
        public String toString() {
            return "Brought[…]";
        }
    }

    /**
     * Brings it.
     *
     * @throws OpenidException for a bad token, request, proof or nonce, another key, and a copy that is not signed
     * @throws ProblemException UNAVAILABLE while it is being signed, or cannot be signed yet
     */
    Brought apply(String token, ObjectNode body) {
        try {
            return bring(token, body);
        } catch (RuntimeException failure) {
            if (ErasedMeanwhile.is(failure)) {
                throw denied(NOT_IN_FORCE);
            }
            throw failure;
        }
    }

    private Brought bring(String token, ObjectNode body) {
        FindToken.Found offer = tokens.apply(token);
        CredentialRequest request = CredentialRequest.read(body, options.drafts());
        try {
            return bring(offer, request);
        } catch (OpenidException refused) {
            throw request.shape().refusal(refused, nonces::next);
        }
    }

    private Brought bring(FindToken.Found offer, CredentialRequest request) {
        request.require(offer.wallet().configuration(), offer.byIdentifier(), options);
        KeyProof proof = KeyProof.read(request.proofs(), addresses.issuer(offer.organisation()), clock.instant());
        byte[] nonce = nonces.hash(proof.nonce());
        WalletBinding wallet = binding(offer, proof.key());
        Claim claim = database.inHolder(offer.holder(), handle -> claim(handle, offer, nonce, wallet));
        if (!claim.fresh()) {
            throw Nonces.refused();
        }
        OpenidOfferDao.ClaimRow row = claim.row().orElseThrow(() -> denied("the token was used with another key"));
        if (claim.withdrawn()) {
            throw denied("the copy was withdrawn");
        }
        UUID earlier = row.editionId();
        CredentialId copy = earlier == null ? signed(offer, wallet) : new CredentialId(earlier);
        return new Brought(content.apply(offer, copy, proof.key()), offer.notification(), request.shape());
    }

    private static WalletBinding binding(FindToken.Found offer, HolderKey key) {
        if (!WalletBinding.accepts(key.did())) {
            throw new OpenidException(OpenidError.INVALID_PROOF, "the key is too long");
        }
        return new WalletBinding(offer.wallet().kind(), key.did());
    }

    private record Claim(boolean fresh, Optional<OpenidOfferDao.ClaimRow> row, boolean withdrawn) {}

    private Claim claim(Handle handle, FindToken.Found offer, byte[] nonce, WalletBinding wallet) {
        OpenidOfferDao dao = handle.attach(OpenidOfferDao.class);
        UUID holder = offer.holder().value();
        String key = Objects.requireNonNull(wallet.sameKey(), "a wallet has a key");
        return dao.spend(nonce, clock.instant()) == 1
                ? new Claim(
                        true,
                        dao.claim(offer.id(), holder, key),
                        dao.withdrawn(offer.id(), holder, wallet.wallet(), key))
                : new Claim(false, Optional.empty(), false);
    }

    private CredentialId signed(FindToken.Found offer, WalletBinding wallet) {
        EditionChoice choice = offer.choice().in(wallet);
        return edition(offer, choice).fold(new SignEdition.Cases<CredentialId>() {
            @Override
            public CredentialId signed(CredentialId edition) {
                return noted(offer, edition);
            }

            @Override
            public CredentialId notSigned(EditionProblem problem) {
                throw why(problem);
            }
        });
    }

    private CredentialId noted(FindToken.Found offer, CredentialId edition) {
        database.inHolder(
                offer.holder(),
                handle -> handle.attach(OpenidOfferDao.class)
                        .setEdition(offer.id(), offer.holder().value(), edition.value()));
        return edition;
    }

    /** A badge that was revoked, has lapsed or was erased is no longer there for the wallet. */
    private SignEdition.Outcome edition(FindToken.Found offer, EditionChoice choice) {
        try {
            return editions.apply(offer.holder(), offer.badge(), choice);
        } catch (ProblemException refused) {
            if (refused.type() == ProblemType.UNAVAILABLE) {
                throw refused;
            }
            throw denied(NOT_IN_FORCE);
        }
    }

    private static RuntimeException why(EditionProblem problem) {
        return switch (problem) {
            case LATER ->
                new ProblemException(ProblemType.UNAVAILABLE, "The badge is being signed. Try again in a moment.");
            case CHANGED -> denied("what the badge says has changed since its holder read it");
            case TOO_LATE, REFUSED -> denied("this badge cannot be signed");
            case WITHDRAWN -> denied("the copy was withdrawn");
            case TOO_MANY_COPIES -> denied("as many copies of this badge are in wallets as can be");
        };
    }

    static OpenidException denied(String why) {
        return new OpenidException(OpenidError.CREDENTIAL_REQUEST_DENIED, why);
    }
}
