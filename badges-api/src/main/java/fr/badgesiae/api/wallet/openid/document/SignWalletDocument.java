package fr.badgesiae.api.wallet.openid.document;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.keys.KeyAlgorithm;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.statuslist.StatusIndex;
import fr.badgesiae.api.wallet.openid.proof.OpenidError;
import fr.badgesiae.api.wallet.openid.proof.OpenidException;
import fr.badgesiae.api.wallet.sdjwt.ShownName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs a copy in another format than those of every edition, from the badge of the same edition: signed outside a transaction,
 * verified before it is released, stored once. It has the status index of its edition.
 */
public final class SignWalletDocument {
    private static final Logger LOG = LoggerFactory.getLogger(SignWalletDocument.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;
    private final SigningKeys keys;
    private final Audit audit;
    private final Clock clock;

    public SignWalletDocument(Database database, SigningKeys keys, Audit audit, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    private record Prepared(OrganisationId organisation, IssuerKey key, DocumentForm.Source source) {}

    /**
     * Finds or signs it.
     *
     * @param copy in force
     * @param walletKey the public JWK that it is bound to
     * @param form of its wallet, the same each time
     * @throws OpenidException {@code credential_request_denied} for a copy that was withdrawn, or that our verifier refuses
     */
    public String apply(
            HolderId holder, OrganisationId organisation, CredentialId copy, ObjectNode walletKey, DocumentForm form) {
        return database.inHolder(
                        holder, handle -> handle.attach(WalletDocumentDao.class).content(copy.value(), holder.value()))
                .orElseGet(() -> {
                    Prepared prepared = database.inHolder(
                            holder, handle -> prepare(handle, holder, organisation, copy, walletKey, form));
                    return released(holder, copy, prepared, form);
                });
    }

    private String released(HolderId holder, CredentialId copy, Prepared prepared, DocumentForm form) {
        String text = form.sign(prepared.organisation(), prepared.source(), prepared.key());
        Optional<String> fault = form.fault(text, prepared.organisation(), prepared.source());
        Optional<String> stored = database.inHolder(
                holder, handle -> store(handle, holder, copy, prepared, fault.isEmpty() ? text : null));
        if (fault.isPresent()) {
            LOG.error("Our own verifier refuses copy {} in the format of its wallet ({})", copy, fault.get());
        }
        return stored.orElseThrow(() -> denied("this copy cannot be signed"));
    }

    private Prepared prepare(
            Handle handle,
            HolderId holder,
            OrganisationId organisation,
            CredentialId copy,
            ObjectNode walletKey,
            DocumentForm form) {
        WalletDocumentDao.SourceRow row = handle.attach(WalletDocumentDao.class)
                .source(copy.value(), holder.value())
                .orElseThrow(() -> denied("the copy was withdrawn"));
        Database.alsoForOrganisation(handle, organisation);
        StatusIndex status = new StatusIndex(row.statusListId(), row.statusIndex());
        form.prepare(handle, organisation, status);
        DocumentForm.Source source = new DocumentForm.Source(
                read(row.document()),
                name(row),
                status,
                walletKey,
                FrenchZone.of(row.timeZone()).zone());
        return new Prepared(organisation, keys.use(handle, organisation, KeyAlgorithm.ES256), source);
    }

    private static Optional<ShownName> name(WalletDocumentDao.SourceRow row) {
        String shown = row.displayedName();
        String first = row.firstName();
        return shown == null
                ? Optional.empty()
                : Optional.of(first == null ? new ShownName(shown, null) : ShownName.of(shown, first));
    }

    private Optional<String> store(
            Handle handle, HolderId holder, CredentialId copy, Prepared prepared, @Nullable String text) {
        WalletDocumentDao dao = handle.attach(WalletDocumentDao.class);
        Database.alsoForOrganisation(handle, prepared.organisation());
        keys.used(handle, prepared.key());
        if (text != null && dao.insert(copy.value(), holder.value(), text, clock.instant()) == 1) {
            audit.record(
                    handle,
                    new AuditEvent(
                            prepared.organisation(), Actor.SYSTEM, WalletAudit.WALLET_COPY_SIGNED, copy.value()));
        }
        return dao.content(copy.value(), holder.value());
    }

    private static OpenidException denied(String why) {
        return new OpenidException(OpenidError.CREDENTIAL_REQUEST_DENIED, why);
    }

    private static ObjectNode read(String document) {
        try {
            return (ObjectNode) JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException("a released badge does not read back", e);
        }
    }
}
