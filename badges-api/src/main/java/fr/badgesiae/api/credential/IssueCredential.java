package fr.badgesiae.api.credential;

import fr.badgesiae.api.credential.sign.SignCredential;
import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.credential.sign.VerifyBeforeRelease;
import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.keys.KeyAlgorithm;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.verifier.proof.UnsafeToSignException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs what was prepared, outside any transaction, and releases it exactly once. Stopped anywhere, it leaves the
 * credential PREPARED, and whoever takes the lapsed lease does it all again; the bytes of whoever comes second are dropped.
 */
public final class IssueCredential {
    private static final Logger LOG = LoggerFactory.getLogger(IssueCredential.class);

    private final Database database;
    private final Clock clock;
    private final Audit audit;
    private final SigningKeys keys;
    private final SignCredential sign;
    private final VerifyBeforeRelease judge;
    private final List<CredentialVoided> listeners;

    IssueCredential(
            Database database,
            Clock clock,
            Audit audit,
            SigningKeys keys,
            SignCredential sign,
            VerifyBeforeRelease judge,
            List<CredentialVoided> listeners) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.keys = keys;
        this.sign = sign;
        this.judge = judge;
        this.listeners = listeners;
    }

    /**
     * Finishes one prepared credential; may be called by anybody at any time, also twice at once.
     *
     * @return whether the credential is released when this returns; false means later, or voided
     */
    public boolean finish(OrganisationId organisation, CredentialId credential) {
        try {
            return attempt(organisation, credential);
        } catch (RuntimeException e) {
            LOG.error("Credential {} could not be finished; it will be tried again", credential, e);
            return false;
        }
    }

    private boolean attempt(OrganisationId organisation, CredentialId credential) {
        Work work = database.inOrganisation(organisation, handle -> begin(handle, organisation, credential));
        if (work.row().state() != CredentialState.PREPARED) {
            return released(work.row().state());
        }
        try {
            SignedForms forms = sign.sign(work.row().payload(), work.edKey(), work.jwtKey(), clock.instant());
            VerifyBeforeRelease.Judgement judgement = judge.judge(forms);
            return switch (judgement.verdict()) {
                case VALID -> release(organisation, work, forms);
                case INVALID -> refuse(organisation, work, judgement.reasons());
                case UNDETERMINED -> postpone(organisation, work, judgement.reasons());
            };
        } catch (UnsafeToSignException e) {
            return refuse(organisation, work, "unsafe to sign: " + e.problem());
        }
    }

    private Work begin(Handle handle, OrganisationId organisation, CredentialId credential) {
        UnfinishedRow row = handle.attach(CredentialDao.class)
                .unfinished(credential.value(), organisation.value())
                .orElseThrow(() -> new IllegalStateException("no such credential"));
        if (row.state() != CredentialState.PREPARED) {
            return new Work(row, null, null);
        }
        return new Work(
                row,
                keys.use(handle, organisation, KeyAlgorithm.ED25519),
                keys.use(handle, organisation, KeyAlgorithm.ES256));
    }

    private boolean release(OrganisationId organisation, Work work, SignedForms forms) {
        UUID id = work.row().id();
        return database.inOrganisation(organisation, handle -> {
            used(handle, work);
            CredentialDao dao = handle.attach(CredentialDao.class);
            int won = dao.issue(
                    id, organisation.value(), work.row().lease(), forms.document(), forms.jwt(), clock.instant());
            if (won == 1) {
                record(handle, organisation, AuditCode.CREDENTIAL_SIGNED, id);
                return true;
            }
            return dao.unfinished(id, organisation.value())
                    .map(row -> released(row.state()))
                    .orElse(false);
        });
    }

    /** Our own verifier refuses: an alert, the index burnt (it is never drawn again), the offer open again. */
    private boolean refuse(OrganisationId organisation, Work work, String reasons) {
        UUID id = work.row().id();
        LOG.error("Our own verifier refuses credential {} ({}); it is voided and its offer open again", id, reasons);
        database.inOrganisation(organisation, handle -> {
            used(handle, work);
            CredentialDao dao = handle.attach(CredentialDao.class);
            if (dao.refuse(id, organisation.value(), work.row().lease()) == 1) {
                dao.refuseAward(work.row().awardId(), organisation.value());
                record(handle, organisation, AuditCode.CREDENTIAL_VOIDED, id);
                listeners.forEach(listener ->
                        listener.voided(handle, organisation, work.row().offerId()));
            }
            return id;
        });
        return false;
    }

    /** Something that the verifier needs is away; the lease lapses and it is tried again. */
    private boolean postpone(OrganisationId organisation, Work work, String reasons) {
        LOG.error(
                "Our own verifier cannot judge credential {} ({}); it will be tried again",
                work.row().id(),
                reasons);
        database.inOrganisation(organisation, handle -> {
            used(handle, work);
            return work;
        });
        return false;
    }

    private void used(Handle handle, Work work) {
        keys.used(handle, work.edKey());
        keys.used(handle, work.jwtKey());
    }

    private void record(Handle handle, OrganisationId organisation, AuditCode code, UUID credential) {
        audit.record(handle, new AuditEvent(organisation, Actor.SYSTEM, code, credential));
    }

    private static boolean released(CredentialState state) {
        return state == CredentialState.ISSUED || state == CredentialState.REVOKED;
    }

    private record Work(UnfinishedRow row, IssuerKey edKey, IssuerKey jwtKey) {}
}
