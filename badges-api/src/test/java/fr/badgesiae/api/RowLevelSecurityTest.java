package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.claim.AcceptOffer;
import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Row-level security between organisations: a query without its filter sees no row of another one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowLevelSecurityTest {
    /** Public keys: published documents contain them, so every role reads them. */
    private static final Set<String> PUBLIC = Set.of("signing_key");

    /** Rows with two sides: an organisation that awarded and a holder who was awarded. */
    private static final List<String> OF_BADGES = List.of("award", "credential", "credential_document", "acceptance");

    /** Rows of a holder that their organisation does not see. */
    private static final Set<String> OF_HOLDERS =
            Set.of("share_link", "share_link_badge", "wallet_offer", "openid_offer", "wallet_document", "public_badge");

    private ClaimFixture fixture;
    private OrganisationId ours;
    private OrganisationId stranger;
    private HolderId holder;
    private HolderId colleague;

    @BeforeAll
    void open() {
        fixture = ClaimFixture.open();
        ours = fixture.organisation;
        stranger = fixture.setup.organisation("Régie du Port");
        AcceptOffer.Accepted accepted = fixture.accepted(fixture.offered());
        holder = accepted.holder();
        colleague = fixture.accepted(fixture.offered()).holder();
        UUID member = UUID.randomUUID();
        UUID person = fixture.person().value();
        UUID network = fixture.setup.organisation("Réseau Exemple").value();
        fixture.owner.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                            + " VALUES (gen_random_uuid(), ?, ?, now(), current_date)",
                    network,
                    ours.value());
            handle.execute(
                    "INSERT INTO trust_signer (id, organisation_id, name, did, address, created_at, pinned_by)"
                            + " VALUES (gen_random_uuid(), ?, 'Ailleurs', 'did:web:ailleurs.example', '-', now(), ?)",
                    ours.value(),
                    fixture.counsellor.value());
            handle.execute(
                    "INSERT INTO trust_entry (signer_id, organisation_id, issuer, name, state, state_changed_on)"
                            + " SELECT id, organisation_id, 'did:web:un.example', 'Un', 'ACTIVE', current_date"
                            + " FROM trust_signer WHERE organisation_id = ?",
                    ours.value());
            handle.execute(
                    "INSERT INTO account (id, login, display_name, password_hash, password_set_at, created_at)"
                            + " VALUES (?, 'conseil', 'Alix', '-', now(), now())",
                    member);
            handle.execute(
                    "INSERT INTO membership (id, organisation_id, account_id, role, created_at)"
                            + " VALUES (gen_random_uuid(), ?, ?, 'COUNSELLOR', now())",
                    ours.value(),
                    member);
            handle.execute(
                    "INSERT INTO invitation (id, organisation_id, kind, role, token_hash, created_at, ends_at)"
                            + " VALUES (gen_random_uuid(), ?, 'JOIN', 'COUNSELLOR', decode(repeat('00', 32), 'hex'),"
                            + " now(), now() + interval '1 day')",
                    ours.value());
            handle.execute(
                    "INSERT INTO session (id, kind, token_hash, organisation_id, account_id, created_at, last_seen_at,"
                            + " idle_seconds, ends_at) VALUES (gen_random_uuid(), 'DESK',"
                            + " decode(repeat('00', 32), 'hex'), ?, ?, now(), now(), 60, now() + interval '1 day')",
                    ours.value(),
                    member);
            handle.execute(
                    "INSERT INTO organisation_logo (organisation_id, image_type, image, created_at, updated_at)"
                            + " VALUES (?, 'image/svg+xml', '', now(), now())",
                    ours.value());
            handle.execute(
                    "INSERT INTO pathway (id, organisation_id, worker_id, starts_on, created_at, updated_at)"
                            + " VALUES (gen_random_uuid(), ?, ?, current_date, now(), now())",
                    ours.value(),
                    person);
            handle.execute(
                    "INSERT INTO access_reopening (id, organisation_id, worker_id, holder_id, witness, reason, state,"
                            + " created_at, ends_at, code_lookup) VALUES (gen_random_uuid(), ?, ?, ?, ?, 'LOST_CARD',"
                            + " 'CANCELLED', now(), now() + interval '1 day', decode(repeat('00', 32), 'hex'))",
                    ours.value(),
                    person,
                    accepted.holder().value(),
                    member);
            handle.execute(
                    "INSERT INTO share_link (id, organisation_id, holder_id, credential_id, code_lookup, code_sealed,"
                            + " label, created_at, ends_at) VALUES (gen_random_uuid(), ?, ?, ?,"
                            + " decode(repeat('00', 32), 'hex'), '', 'Pour un employeur', now(), now() + interval '1 day')",
                    ours.value(),
                    accepted.holder().value(),
                    accepted.credential().value());
            handle.execute(
                    "INSERT INTO wallet_offer (id, organisation_id, holder_id, credential_id, kind, name_choice,"
                            + " shows_evidence, read_digest, secret_lookup, challenge, created_at, expires_at)"
                            + " VALUES (gen_random_uuid(), ?, ?, ?, 'LINK', 'NONE', false, repeat('0', 64),"
                            + " decode(repeat('00', 32), 'hex'), repeat('0', 22), now(), now() + interval '1 minute')",
                    ours.value(),
                    accepted.holder().value(),
                    accepted.credential().value());
            handle.execute(
                    "INSERT INTO openid_offer (id, organisation_id, holder_id, credential_id, wallet, name_choice,"
                            + " shows_evidence, read_digest, code_lookup, wrong_codes, by_identifier, created_at, expires_at)"
                            + " VALUES (gen_random_uuid(), ?, ?, ?, 'WALT_ID', 'NONE', false, repeat('0', 64),"
                            + " decode(repeat('00', 32), 'hex'), 0, false, now(), now() + interval '1 minute')",
                    ours.value(),
                    accepted.holder().value(),
                    accepted.credential().value());
            handle.execute(
                    "INSERT INTO wallet_document (credential_id, organisation_id, holder_id, content, created_at)"
                            + " VALUES (?, ?, ?, '-', now())",
                    accepted.credential().value(),
                    ours.value(),
                    accepted.holder().value());
            handle.execute(
                    "INSERT INTO share_link_badge (share_link_id, place, organisation_id, holder_id, credential_id, created_at)"
                            + " SELECT id, 1, organisation_id, holder_id, credential_id, now() FROM share_link"
                            + " WHERE holder_id = ?",
                    accepted.holder().value());
            handle.execute(
                    "INSERT INTO public_badge (id, organisation_id, holder_id, credential_id, version, hosted, signed,"
                            + " created_at) VALUES (gen_random_uuid(), ?, ?, ?, gen_random_uuid() || '/1', '', '', now())",
                    ours.value(),
                    accepted.holder().value(),
                    accepted.credential().value());
            handle.execute(
                    "INSERT INTO ended_public_badge (id, organisation_id, revoked, created_at)"
                            + " VALUES (gen_random_uuid(), ?, false, now())",
                    ours.value());
            handle.execute(
                    "INSERT INTO information_sheet (id, organisation_id, digest, content, created_at)"
                            + " VALUES (gen_random_uuid(), ?, sha256(''), '{}', now())",
                    ours.value());
            handle.execute(
                    "INSERT INTO erasure (id, kind, reason, organisation_id, worker_id, created_at)"
                            + " VALUES (gen_random_uuid(), 'DESK_FILE', 'REQUEST', ?, ?, now())",
                    ours.value(),
                    person);
            handle.execute(
                    "INSERT INTO erasure_run (id, organisation_id, due_on, files, living, created_at)"
                            + " VALUES (gen_random_uuid(), ?, current_date, 1, 1, now())",
                    ours.value());
        });
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    private List<String> tenantTables() {
        return fixture.owner.withHandle(
                handle -> handle.createQuery("""
                        SELECT class.relname
                        FROM pg_catalog.pg_class class
                        JOIN pg_catalog.pg_namespace space ON space.oid = class.relnamespace
                        JOIN pg_catalog.pg_attribute field ON field.attrelid = class.oid
                        WHERE space.nspname = 'public' AND class.relkind IN ('r', 'p')
                            AND field.attname = 'organisation_id' AND NOT field.attisdropped
                        ORDER BY class.relname
                        """).mapTo(String.class).list());
    }

    private long rowsOfOurs(OrganisationId reader, String table) {
        return fixture.platform
                .database()
                .inOrganisation(
                        reader,
                        handle -> handle.select(
                                        "SELECT count(*) FROM " + table + " WHERE organisation_id = ?", ours.value())
                                .mapTo(Long.class)
                                .one());
    }

    @Test
    void everyTableOfATenantHasRowLevelSecurityAndAPolicy() {
        assertThat(tenantTables()).hasSizeGreaterThan(10).contains("worker", "credential", "offer");
        List<String> open = fixture.owner.withHandle(handle -> handle.createQuery("""
                        SELECT class.relname
                        FROM pg_catalog.pg_class class
                        WHERE class.relname = ANY (:tables) AND class.relnamespace = 'public'::regnamespace
                            AND (NOT class.relrowsecurity OR NOT EXISTS (
                                SELECT 1 FROM pg_catalog.pg_policy policy WHERE policy.polrelid = class.oid))
                        """)
                .bindArray("tables", String.class, tenantTables())
                .mapTo(String.class)
                .list());
        assertThat(open).isEmpty();
    }

    @Test
    void theTablesBesideAreGuardedToo() {
        List<String> guarded = fixture.owner.withHandle(
                handle -> handle.createQuery("""
                        SELECT relname FROM pg_catalog.pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relrowsecurity
                        """).mapTo(String.class).list());
        assertThat(guarded)
                .contains("organisation", "account", "holder", "holder_access", "holder_visit", "imported_badge");
    }

    @Test
    void noOrganisationSeesARowOfAnother() {
        for (String table : tenantTables()) {
            assertThat(fixture.count(table + " WHERE organisation_id = ?", ours.value()))
                    .as("rows to hide in %s: without one this test says nothing about it", table)
                    .isPositive();
            assertThat(rowsOfOurs(ours, table)).as(table).matches(seen -> seen > 0 || OF_HOLDERS.contains(table));
            if (!PUBLIC.contains(table)) {
                assertThat(rowsOfOurs(stranger, table)).as(table).isZero();
            }
        }
    }

    @Test
    void aTransactionOnBehalfOfNobodySeesNoTenantsRow() {
        for (String table : tenantTables()) {
            if (!PUBLIC.contains(table)) {
                long seen = fixture.platform
                        .database()
                        .inPublic(handle -> handle.select(
                                        "SELECT count(*) FROM " + table + " WHERE organisation_id IS NOT NULL")
                                .mapTo(Long.class)
                                .one());
                assertThat(seen).as(table).isZero();
            }
        }
    }

    @Test
    void noOrganisationChangesARowOfAnother() {
        int changed = fixture.platform
                .database()
                .inOrganisation(
                        stranger,
                        handle -> handle.execute(
                                "UPDATE worker SET first_name = 'Autre' WHERE organisation_id = ?", ours.value()));
        assertThat(changed).isZero();
    }

    private static long rowsOf(Handle handle, String table, HolderId whose) {
        return handle.select("SELECT count(*) FROM " + table + " WHERE holder_id = ?", whose.value())
                .mapTo(Long.class)
                .one();
    }

    private static long rows(Handle handle, String table) {
        return handle.select("SELECT count(*) FROM " + table).mapTo(Long.class).one();
    }

    @Test
    void aHolderSeesTheirOwnBadgesAndNoOthers() {
        for (String table : OF_BADGES) {
            fixture.platform.database().inHolder(holder, handle -> {
                assertThat(rowsOf(handle, table, holder)).as(table).isPositive();
                assertThat(rowsOf(handle, table, colleague)).as(table).isZero();
                assertThat(rows(handle, table)).as(table).isEqualTo(rowsOf(handle, table, holder));
                return null;
            });
        }
    }

    @Test
    void aHolderChangesNoBadgeOfAnother() {
        int changed = fixture.platform
                .database()
                .inHolder(
                        holder,
                        handle -> handle.execute(
                                "UPDATE acceptance SET withdrawn_at = now() WHERE holder_id = ?", colleague.value()));
        assertThat(changed).isZero();
    }

    /** A claim has both sides: the organisation decides, and its holder adds no badge of another organisation. */
    @Test
    void aTransactionForBothSidesSeesTheBadgesOfTheOrganisationOnly() {
        for (String table : OF_BADGES) {
            fixture.platform.database().inOrganisation(ours, handle -> {
                Database.alsoForHolder(handle, holder);
                assertThat(rowsOf(handle, table, holder)).as(table).isPositive();
                assertThat(rowsOf(handle, table, colleague)).as(table).isPositive();
                return null;
            });
            fixture.platform.database().inOrganisation(stranger, handle -> {
                Database.alsoForHolder(handle, holder);
                assertThat(rows(handle, table)).as(table).isZero();
                return null;
            });
        }
    }
}
