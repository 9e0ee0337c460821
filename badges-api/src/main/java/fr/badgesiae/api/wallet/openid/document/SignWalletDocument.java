package fr.badgesiae.api.wallet.openid.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.keys.KeyAlgorithm;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.statuslist.StatusIndex;
import fr.badgesiae.api.statuslist.StatusLists;
import fr.badgesiae.api.wallet.openid.proof.OpenidError;
import fr.badgesiae.api.wallet.openid.proof.OpenidException;
import fr.badgesiae.api.wallet.sdjwt.ShownName;
import fr.badgesiae.api.wallet.sdjwt.SignSdJwtVc;
import fr.badgesiae.api.wallet.sdjwt.VerifySdJwtVc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs a copy as SD-JWT VC, from the badge of the same edition: signed outside a transaction, verified before it is released,
 * stored once. It has the status index of its edition.
 */
public final class SignWalletDocument {
    private static final Logger LOG = LoggerFactory.getLogger(SignWalletDocument.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;
    private final SigningKeys keys;
    private final StatusLists lists;
    private final SignSdJwtVc sign;
    private final VerifySdJwtVc verify;
    private final Settings settings;
    private final Audit audit;
    private final Clock clock;

    /** @param sign the signer, and what its output must pass */
    public SignWalletDocument(
            Database database,
            SigningKeys keys,
            StatusLists lists,
            SdJwt sign,
            Settings settings,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.keys = keys;
        this.lists = lists;
        this.sign = sign.sign();
        this.verify = sign.verify();
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** How one is signed and verified. */
    public record SdJwt(SignSdJwtVc sign, VerifySdJwtVc verify) {}

    private record Source(OrganisationId organisation, IssuerKey key, SignSdJwtVc.Content content) {}

    /**
     * Finds or signs it.
     *
     * @param copy in force
     * @param walletKey the public JWK that it is bound to
     * @throws OpenidException {@code credential_request_denied} for a copy that was withdrawn, or that our verifier refuses
     */
    public String apply(HolderId holder, OrganisationId organisation, CredentialId copy, ObjectNode walletKey) {
        return database.inHolder(
                        holder, handle -> handle.attach(WalletDocumentDao.class).content(copy.value(), holder.value()))
                .orElseGet(() -> released(holder, organisation, copy, walletKey));
    }

    private String released(HolderId holder, OrganisationId organisation, CredentialId copy, ObjectNode walletKey) {
        Source source = database.inHolder(holder, handle -> source(handle, holder, organisation, copy, walletKey));
        String text = sign.apply(organisation, source.content(), source.key());
        Optional<String> fault = verify.fault(text, settings.url("/issuers/" + organisation), walletKey);
        Optional<String> stored =
                database.inHolder(holder, handle -> store(handle, holder, copy, source, fault.isEmpty() ? text : null));
        if (fault.isPresent()) {
            LOG.error("Our own verifier refuses copy {} as SD-JWT VC ({})", copy, fault.get());
        }
        return stored.orElseThrow(() -> denied("this copy cannot be signed"));
    }

    private Source source(
            Handle handle, HolderId holder, OrganisationId organisation, CredentialId copy, ObjectNode walletKey) {
        WalletDocumentDao.SourceRow row = handle.attach(WalletDocumentDao.class)
                .source(copy.value(), holder.value())
                .orElseThrow(() -> denied("the copy was withdrawn"));
        Database.alsoForOrganisation(handle, organisation);
        lists.requireToken(handle, organisation, row.statusListId());
        SignSdJwtVc.Content content = new SignSdJwtVc.Content(
                read(row.document()),
                name(row),
                lists.claim(new StatusIndex(row.statusListId(), row.statusIndex())),
                walletKey,
                FrenchZone.of(row.timeZone()).zone());
        return new Source(organisation, keys.use(handle, organisation, KeyAlgorithm.ES256), content);
    }

    private static Optional<ShownName> name(WalletDocumentDao.SourceRow row) {
        String shown = row.displayedName();
        String first = row.firstName();
        return shown == null
                ? Optional.empty()
                : Optional.of(first == null ? new ShownName(shown, null) : ShownName.of(shown, first));
    }

    private Optional<String> store(
            Handle handle, HolderId holder, CredentialId copy, Source source, @Nullable String text) {
        WalletDocumentDao dao = handle.attach(WalletDocumentDao.class);
        Database.alsoForOrganisation(handle, source.organisation());
        keys.used(handle, source.key());
        if (text != null && dao.insert(copy.value(), holder.value(), text, clock.instant()) == 1) {
            audit.record(
                    handle,
                    new AuditEvent(source.organisation(), Actor.SYSTEM, WalletAudit.WALLET_COPY_SIGNED, copy.value()));
        }
        return dao.content(copy.value(), holder.value());
    }

    private static OpenidException denied(String why) {
        return new OpenidException(OpenidError.CREDENTIAL_REQUEST_DENIED, why);
    }

    private static JsonNode read(String document) {
        try {
            return JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException("a released badge does not read back", e);
        }
    }
}
