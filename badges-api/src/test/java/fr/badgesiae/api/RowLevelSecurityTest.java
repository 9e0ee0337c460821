package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Row-level security between organisations: a query without its filter sees no row of another one. */
class RowLevelSecurityTest {
    @RegisterExtension
    static final RowsOfTwoTenants all = new RowsOfTwoTenants();

    /** Public keys: published documents contain them, so every role reads them. */
    private static final Set<String> PUBLIC = Set.of("signing_key");

    /** Rows with two sides: an organisation that awarded and a holder who was awarded. */
    private static final List<String> OF_BADGES = List.of("award", "credential", "credential_document", "acceptance");

    /** Rows of a holder that their organisation does not see. */
    private static final Set<String> OF_HOLDERS =
            Set.of("share_link", "share_link_badge", "wallet_offer", "openid_offer", "wallet_document", "public_badge");

    private List<String> tenantTables() {
        return all.fixture.owner.withHandle(
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
        return all.fixture
                .platform
                .database()
                .inOrganisation(
                        reader,
                        handle -> handle.select(
                                        "SELECT count(*) FROM " + table + " WHERE organisation_id = ?",
                                        all.ours.value())
                                .mapTo(Long.class)
                                .one());
    }

    @Test
    void everyTableOfATenantHasRowLevelSecurityAndAPolicy() {
        assertThat(tenantTables()).hasSizeGreaterThan(10).contains("worker", "credential", "offer");
        List<String> open = all.fixture.owner.withHandle(handle -> handle.createQuery("""
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
        List<String> guarded = all.fixture.owner.withHandle(
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
            assertThat(all.fixture.count(table + " WHERE organisation_id = ?", all.ours.value()))
                    .as("rows to hide in %s: without one this test says nothing about it", table)
                    .isPositive();
            assertThat(rowsOfOurs(all.ours, table)).as(table).matches(seen -> seen > 0 || OF_HOLDERS.contains(table));
            if (!PUBLIC.contains(table)) {
                assertThat(rowsOfOurs(all.stranger, table)).as(table).isZero();
            }
        }
    }

    @Test
    void aTransactionOnBehalfOfNobodySeesNoTenantsRow() {
        for (String table : tenantTables()) {
            if (!PUBLIC.contains(table)) {
                long seen = all.fixture
                        .platform
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
        int changed = all.fixture
                .platform
                .database()
                .inOrganisation(
                        all.stranger,
                        handle -> handle.execute(
                                "UPDATE worker SET first_name = 'Autre' WHERE organisation_id = ?", all.ours.value()));
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
            all.fixture.platform.database().inHolder(all.holder, handle -> {
                assertThat(rowsOf(handle, table, all.holder)).as(table).isPositive();
                assertThat(rowsOf(handle, table, all.colleague)).as(table).isZero();
                assertThat(rows(handle, table)).as(table).isEqualTo(rowsOf(handle, table, all.holder));
                return null;
            });
        }
    }

    @Test
    void aHolderChangesNoBadgeOfAnother() {
        int changed = all.fixture
                .platform
                .database()
                .inHolder(
                        all.holder,
                        handle -> handle.execute(
                                "UPDATE acceptance SET withdrawn_at = now() WHERE holder_id = ?",
                                all.colleague.value()));
        assertThat(changed).isZero();
    }

    /** A claim has both sides: the organisation decides, and its holder adds no badge of another organisation. */
    @Test
    void aTransactionForBothSidesSeesTheBadgesOfTheOrganisationOnly() {
        for (String table : OF_BADGES) {
            all.fixture.platform.database().inOrganisation(all.ours, handle -> {
                Database.alsoForHolder(handle, all.holder);
                assertThat(rowsOf(handle, table, all.holder)).as(table).isPositive();
                assertThat(rowsOf(handle, table, all.colleague)).as(table).isPositive();
                return null;
            });
            all.fixture.platform.database().inOrganisation(all.stranger, handle -> {
                Database.alsoForHolder(handle, all.holder);
                assertThat(rows(handle, table)).as(table).isZero();
                return null;
            });
        }
    }
}
