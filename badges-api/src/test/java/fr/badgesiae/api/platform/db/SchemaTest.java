package fr.badgesiae.api.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads the catalogue of the schema: references, tenant separation, names. */
class SchemaTest {
    /** Identifiers that do not refer to a row of one table. */
    private static final List<String> NO_REFERENCE = List.of(
            // actor_kind and code name the table; audit lines outlive the rows they describe
            "audit_event.actor_id",
            "audit_event.subject_id",
            // random, chosen by its holder
            "credential.lease",
            // random, for the badges of one worker
            "worker.subject_id");

    /** References without the organisation although both sides have one. */
    private static final List<String> ACROSS_TENANTS = List.of(
            // a link to badges of several organisations has none; its holder is in the reference
            "share_link_badge_share_link_id_fkey",
            // the platform's own keys have no organisation, and a key with a NULL in it is not checked
            "signing_key_secret_id_fkey");

    /** References that need no index on their own side. */
    private static final List<String> UNINDEXED = List.of(
            // one row
            "trust_list_key_id_fkey");

    /** Tables without created_at. */
    private static final List<String> NOT_CREATED = List.of(
            // counters and throttles, removed by a job
            "attempt",
            "status_counter",
            "throttle",
            // second table of a row that has it
            "credential_document",
            "signing_key_secret",
            // replaced as a whole by a list with its own date of issue
            "trust_entry",
            "trust_list");

    /** Instants and days with names of a standard, or that are a key. */
    private static final List<String> OTHER_TIMES =
            List.of("credential.valid_from", "signing_key.not_after", "signing_key.not_before");

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** Our own tables: those of the schema without the two of libraries. */
    private static List<String> names(String sql) {
        return database.owner()
                .withHandle(handle ->
                        handle.createQuery("""
                        WITH ours AS (
                            SELECT oid, relname FROM pg_class
                            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                              AND relname NOT IN ('flyway_schema_history', 'scheduled_tasks')),
                        fields AS (
                            SELECT ours.oid AS relation, ours.relname, a.attname, a.attnum, a.atttypid::regtype::text AS type,
                                   ours.relname || '.' || a.attname AS name
                            FROM ours JOIN pg_attribute a ON a.attrelid = ours.oid AND a.attnum > 0 AND NOT a.attisdropped),
                        keys AS (
                            SELECT c.*, (SELECT array_agg(f.attname::text ORDER BY f.attname) FROM fields f
                                         WHERE f.relation = c.conrelid AND f.attnum = ANY (c.conkey)) AS columns
                            FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace),
                        functions AS (
                            SELECT p.* FROM pg_proc p
                            WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (
                                SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e'))
                        """ + sql).mapTo(String.class).list());
    }

    @Test
    void everyReferenceHasItsForeignKey() {
        assertThat(names("""
                SELECT name FROM fields f
                WHERE type = 'uuid' AND attname <> 'id'
                  AND NOT EXISTS (SELECT 1 FROM keys k WHERE k.conrelid = f.relation AND f.attnum = ANY (k.conkey))
                ORDER BY name
                """)).isEqualTo(NO_REFERENCE);
    }

    @Test
    void aReferenceWithinATenantCarriesItsOrganisation() {
        assertThat(names("""
                SELECT conname FROM keys k
                WHERE EXISTS (SELECT 1 FROM fields f WHERE f.relation = k.conrelid AND f.attname = 'organisation_id')
                  AND EXISTS (SELECT 1 FROM fields f WHERE f.relation = k.confrelid AND f.attname = 'organisation_id')
                  AND NOT EXISTS (SELECT 1 FROM fields f WHERE f.relation = k.confrelid AND f.attname = 'organisation_id'
                                  AND f.attnum = ANY (k.confkey))
                ORDER BY conname
                """)).isEqualTo(ACROSS_TENANTS);
    }

    @Test
    void everyForeignKeySaysWhatErasureDoes() {
        assertThat(names("SELECT conname FROM keys WHERE confdeltype = 'a'")).isEmpty();
        assertThat(names("SELECT conname FROM keys")).hasSizeGreaterThan(45);
    }

    /** An id determines its tenant: the index may omit the tenant, or begin with it. */
    @Test
    void everyForeignKeyHasAnIndexThatBeginsWithIt() {
        assertThat(names("""
                SELECT conname FROM keys k
                WHERE k.confrelid <> 'organisation'::regclass AND NOT EXISTS (
                    SELECT 1 FROM pg_index i
                    CROSS JOIN LATERAL generate_series(1, i.indnkeyatts) AS taken (depth)
                    CROSS JOIN LATERAL (
                        SELECT array_agg(f.attname::text) AS leading
                        FROM unnest(i.indkey::smallint[]) WITH ORDINALITY AS own (number, place)
                        JOIN fields f ON f.relation = i.indrelid AND f.attnum = own.number
                        WHERE own.place <= taken.depth) first
                    WHERE i.indrelid = k.conrelid
                      AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) ~ '^\\([a-z_]+ IS NOT NULL\\)$')
                      AND first.leading <@ k.columns
                      AND first.leading @> (SELECT array_agg(own) FROM unnest(k.columns) own
                                            WHERE own NOT IN ('organisation_id', 'network_id')
                                              AND NOT (own = 'holder_id' AND 'credential_id' = ANY (k.columns))
                                              AND NOT (own = 'holder_id' AND 'supersedes' = ANY (k.columns))))
                ORDER BY conname
                """)).isEqualTo(UNINDEXED);
    }

    @Test
    void organisationsAreNeverDeletedSoThatReferencesToThemNeedNoIndex() {
        assertThat(names("SELECT conname FROM keys WHERE confrelid = 'organisation'::regclass AND confdeltype <> 'r'"))
                .isEmpty();
        assertThat(names("SELECT 'granted' WHERE has_table_privilege('badges_app', 'organisation', 'DELETE')"))
                .isEmpty();
    }

    @Test
    void aFunctionThatRunsAsTheOwnerLooksIntoTemporaryObjectsLast() {
        assertThat(names("SELECT proname FROM functions WHERE prosecdef")).hasSizeGreaterThan(20);
        assertThat(names("""
                SELECT proname FROM functions
                WHERE prosecdef AND proconfig IS DISTINCT FROM ARRAY['search_path=pg_catalog, public, pg_temp']
                """)).isEmpty();
    }

    @Test
    void nobodyElseMayCallAFunctionThatRunsAsTheOwner() {
        assertThat(names("""
                SELECT proname FROM functions
                WHERE prosecdef AND (proacl IS NULL OR EXISTS (SELECT 1 FROM aclexplode(proacl) WHERE grantee = 0))
                """)).isEmpty();
    }

    @Test
    void parametersAreToldFromColumns() {
        assertThat(names("""
                SELECT proname || '.' || coalesce(p.name, '') FROM functions
                CROSS JOIN LATERAL unnest(proargnames, coalesce(proargmodes, array_fill('i'::"char", ARRAY[pronargs])))
                    AS p (name, mode)
                WHERE pronargs > 0 AND p.mode = 'i' AND coalesce(p.name, '') !~ '^p_[a-z_]+$'
                """)).isEmpty();
    }

    @Test
    void theTenantOfATransactionIsASettingThatThePlannerInlines() {
        assertThat(names("""
                SELECT proname FROM functions
                WHERE proname IN ('app_organisation', 'app_holder') AND proconfig IS NULL AND NOT prosecdef
                  AND provolatile = 's' AND prolang = (SELECT oid FROM pg_language WHERE lanname = 'sql')
                """)).containsExactlyInAnyOrder("app_organisation", "app_holder");
    }

    @Test
    void everyPolicyAsksForTheTenantOnceAStatement() {
        assertThat(names("""
                SELECT tablename || '.' || policyname FROM pg_policies
                CROSS JOIN LATERAL (SELECT concat_ws(' ', qual, with_check) AS text) p
                WHERE schemaname = 'public' AND regexp_replace(
                    p.text, '\\( SELECT (app_organisation|app_holder)\\(\\) AS \\1\\)', '', 'g') ~ 'app_(organisation|holder)'
                """)).isEmpty();
        assertThat(names("""
                SELECT relname FROM ours
                WHERE EXISTS (SELECT 1 FROM fields f WHERE f.relation = ours.oid AND f.attname = 'organisation_id')
                  AND NOT EXISTS (SELECT 1 FROM pg_policies p WHERE p.tablename = ours.relname
                                  AND concat_ws(' ', p.qual, p.with_check) ~ 'SELECT app_(organisation|holder)')
                """)).isEmpty();
    }

    /** The planner multiplies an OR with the filter of the query: it takes lists of these tables for nearly empty. */
    @Test
    void noPolicyOfATableWithManyRowsIsADisjunction() {
        assertThat(names("""
                SELECT tablename || '.' || policyname FROM pg_policies
                WHERE schemaname = 'public' AND concat_ws(' ', qual, with_check) ~ ' OR '
                ORDER BY tablename
                """)).containsExactly("network_membership.tenant", "organisation.reader", "session.tenant");
    }

    @Test
    void anInstantEndsInAtOrUntilAndADayInOn() {
        assertThat(names("""
                SELECT name FROM fields
                WHERE (type = 'timestamp with time zone' AND attname !~ '_(at|until)$')
                   OR (type = 'date' AND attname !~ '_on$')
                ORDER BY name
                """)).isEqualTo(OTHER_TIMES);
    }

    @Test
    void everyTableSaysWhenARowWasWrittenAndWhatPeopleEditWhenItWasSaved() {
        assertThat(names("""
                SELECT relname FROM ours
                WHERE NOT EXISTS (SELECT 1 FROM fields f WHERE f.relation = ours.oid AND f.attname = 'created_at')
                ORDER BY relname
                """)).containsExactlyInAnyOrderElementsOf(NOT_CREATED);
        assertThat(names("""
                SELECT relname FROM ours
                WHERE EXISTS (SELECT 1 FROM fields f WHERE f.relation = ours.oid AND f.attname = 'revision')
                  AND NOT EXISTS (SELECT 1 FROM fields f WHERE f.relation = ours.oid AND f.attname = 'updated_at')
                """)).isEmpty();
    }
}
