package fr.badgesiae.api.credential.batch;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.credential.AwardStatement;
import fr.badgesiae.api.credential.IssuingFixture;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One organisation and accepted offers whose credentials wait for their signature, prepared by the service's own code; their
 * leases have lapsed. A person, a space and an offer each.
 */
public final class WaitingCredentials {
    private static final int A_TRANSACTION = 200;

    private final Assembly assembly;
    private final Jdbi owner;
    private final OrganisationId organisation = new OrganisationId(UUID.randomUUID());
    private final UUID version = UUID.randomUUID();

    /** Creates the organisation. */
    public WaitingCredentials(Assembly assembly, Jdbi owner) {
        this.assembly = assembly;
        this.owner = owner;
        owner.useTransaction(this::seed);
        Platform platform = assembly.platform();
        KeysModule keys = new KeysModule(platform);
        platform.database().inOrganisation(organisation, handle -> {
            keys.signingKeys().createFor(handle, organisation);
            assembly.features().statusList().statusLists().createFor(handle, organisation);
            return true;
        });
    }

    public OrganisationId organisation() {
        return organisation;
    }

    private void seed(Handle handle) {
        UUID tenant = organisation.value();
        handle.execute(
                "INSERT INTO organisation (id, kind, siret, legal_name, public_name, created_at, updated_at)"
                        + " VALUES (?, 'EI', '00000000000000', 'Atelier des Deux Rives', 'Atelier des Deux Rives', now(), now())",
                tenant);
        handle.execute(
                "INSERT INTO account (id, login, display_name, password_hash, password_set_at, created_at)"
                        + " VALUES (?, ?, 'Noa Conseil', '-', now(), now())",
                tenant,
                tenant.toString());
        handle.execute(
                "INSERT INTO membership (id, organisation_id, account_id, role, created_at)"
                        + " VALUES (?, ?, ?, 'COUNSELLOR', now())",
                tenant,
                tenant,
                tenant);
        handle.execute(
                "INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)"
                        + " VALUES (?, ?, 'PUBLISHED', '{\"name\": \"Accueil\"}', now(), now())",
                version,
                tenant);
        handle.execute(
                "INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content, image_type,"
                        + " image, created_at) VALUES (?, ?, ?, 1, '{\"name\": \"Accueil\"}', 'image/png', '', now())",
                version,
                version,
                tenant);
    }

    /** Adds some. */
    public void add(int count) {
        for (int done = 0; done < count; done += A_TRANSACTION) {
            List<UUID> offers = offers(Math.min(A_TRANSACTION, count - done));
            assembly.platform().database().inOrganisation(organisation, handle -> {
                offers.forEach(offer -> assembly.features()
                        .credential()
                        .prepareCredential()
                        .prepare(handle, statement(offer), new HolderId(offer)));
                return offers;
            });
        }
        lapse(owner);
    }

    /** Ends every lease: nobody who holds one comes back. */
    public static void lapse(Jdbi owner) {
        owner.useHandle(handle -> handle.execute(
                "UPDATE credential SET lease_until = now() - interval '1 second' WHERE state = 'PREPARED'"));
    }

    /** Each with a person and a space of the same id. */
    private List<UUID> offers(int count) {
        return owner.inTransaction(handle -> {
            List<UUID> ids = handle.select("SELECT gen_random_uuid() FROM generate_series(1, ?)", count)
                    .mapTo(UUID.class)
                    .list();
            UUID[] all = ids.toArray(UUID[]::new);
            handle.execute(
                    "INSERT INTO holder (id, created_at) SELECT id, now() FROM unnest(?) AS given (id)", (Object) all);
            handle.execute("""
                    INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at, updated_at)
                    SELECT id, ?, 'Alix', 'Exemple', id, now(), now() FROM unnest(?) AS given (id)
                    """, organisation.value(), all);
            handle.execute("""
                    INSERT INTO offer (id, organisation_id, worker_id, achievement_version_id, narrative, state, offered_by,
                        created_at, offered_at, updated_at, ends_at, code_lookup)
                    SELECT id, ?, id, ?, '-', 'ACCEPTED', ?, now(), now(), now(), now() + interval '1 day',
                        sha256(id::text::bytea)
                    FROM unnest(?) AS given (id)
                    """, organisation.value(), version, organisation.value(), all);
            return ids;
        });
    }

    private AwardStatement statement(UUID offer) {
        return IssuingFixture.statement(
                organisation,
                new PersonId(offer),
                offer,
                IssuingFixture.badge(
                        organisation, version, version, assembly.platform().settings()),
                offer);
    }
}
