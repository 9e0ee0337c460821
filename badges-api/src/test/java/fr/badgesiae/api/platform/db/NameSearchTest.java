package fr.badgesiae.api.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.OrganisationId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Search by part of a name, on a server with trigrams and on one without. */
class NameSearchTest {
    private static final UUID ORGANISATION = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID STRANGER = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final UUID NETWORK = UUID.fromString("00000000-0000-4000-8000-000000000003");

    private static TestDatabase filled(boolean trigrams) {
        TestDatabase database = TestDatabase.fresh();
        database.owner().useHandle(handle -> {
            if (!trigrams) {
                handle.execute("DROP EXTENSION pg_trgm CASCADE");
                handle.execute("DROP EXTENSION btree_gin CASCADE");
            }
            fill(handle);
        });
        return database;
    }

    private static void fill(Handle handle) {
        handle.execute("INSERT INTO organisation (id, kind, siret, legal_name, public_name, shows_legal_identity,"
                + " created_at, updated_at) VALUES"
                + " ('" + ORGANISATION + "', 'EI', '12345678901234', 'Œuvre de l’Été', 'La Ruche', true, now(), now()),"
                + " ('" + STRANGER + "', 'ACI', '99345678901234', 'Régie', 'Port 100%', false, now(), now()),"
                + " ('" + NETWORK + "', 'NETWORK', NULL, 'Réseau Élan', 'Réseau Élan', true, now(), now())");
        handle.execute("INSERT INTO network_membership (id, network_id, organisation_id, created_at, vetted_on)"
                + " SELECT gen_random_uuid(), '" + NETWORK + "', id, now(), current_date FROM organisation"
                + " WHERE kind <> 'NETWORK'");
        handle.execute("INSERT INTO earlier_siret (id, organisation_id, siret, used_until_on, created_at)"
                + " SELECT gen_random_uuid(), id, '55' || substr(siret, 3), current_date, now() FROM organisation"
                + " WHERE kind <> 'NETWORK'");
        for (UUID organisation : List.of(ORGANISATION, STRANGER)) {
            handle.execute(
                    "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at, updated_at)"
                            + " SELECT gen_random_uuid(), ?, first, last, gen_random_uuid(), now(), now()"
                            + " FROM (VALUES ('Élodie', 'Lefèvre'), ('Sacha', 'O’Brien'), ('Cœur', '50%_Ab'),"
                            + " ('Noé', 'Élodin')) named (first, last)",
                    organisation);
            handle.execute(
                    "INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)"
                            + " SELECT gen_random_uuid(), ?, state, jsonb_build_object('name', name), now(), now()"
                            + " FROM (VALUES ('Peindre l’étal', 'PUBLISHED'), ('Étaler', 'DRAFT'), ('Étalon', 'ARCHIVED'))"
                            + " named (name, state)",
                    organisation);
        }
    }

    private static List<String> in(TestDatabase database, UUID organisation, String sql, Object... arguments) {
        return database.database()
                .inOrganisation(
                        new OrganisationId(organisation),
                        handle -> handle.select(sql, arguments)
                                .mapTo(String.class)
                                .list());
    }

    private static List<String> workers(TestDatabase database, UUID organisation, String words) {
        return in(
                database,
                organisation,
                "SELECT first_name FROM page_of_workers(?, '', '', '00000000-0000-0000-0000-000000000000', 50) found"
                        + " JOIN worker ON worker.id = found.worker_id"
                        + " ORDER BY lower(last_name COLLATE \"fr-x-icu\")",
                words);
    }

    private static List<String> achievements(TestDatabase database, boolean archived, String words) {
        return in(
                database,
                ORGANISATION,
                "SELECT name FROM page_of_achievements(?, ?, '', '00000000-0000-0000-0000-000000000000', 50) found"
                        + " JOIN achievement ON achievement.id = found.achievement_id"
                        + " ORDER BY lower(name COLLATE \"fr-x-icu\")",
                archived,
                words);
    }

    private static List<String> organisations(TestDatabase database, String words) {
        return in(
                database,
                NETWORK,
                "SELECT legal_name FROM page_of_organisations(?, NULL, 50) found"
                        + " JOIN organisation ON organisation.id = found.organisation_id",
                words);
    }

    private static List<String> vetted(TestDatabase database, String words) {
        return database.database()
                .inPublic(handle -> handle.select("SELECT public_name FROM vetted_organisations(?, NULL, 50)", words)
                        .mapTo(String.class)
                        .list());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPartOfANameIsFoundWithoutCaseAccentsAndLigatures(boolean trigrams) {
        try (TestDatabase database = filled(trigrams)) {
            assertThat(workers(database, ORGANISATION, "ELODI")).containsExactly("Noé", "Élodie");
            assertThat(workers(database, ORGANISATION, "lefevre el")).containsExactly("Élodie");
            assertThat(workers(database, ORGANISATION, "élodie lef")).containsExactly("Élodie");
            assertThat(workers(database, ORGANISATION, "o'br")).containsExactly("Sacha");
            assertThat(workers(database, ORGANISATION, "coeur")).containsExactly("Cœur");
            assertThat(workers(database, ORGANISATION, "a")).containsExactly("Cœur", "Sacha");
            assertThat(workers(database, ORGANISATION, "%_a")).containsExactly("Cœur");
            assertThat(workers(database, ORGANISATION, "\\")).isEmpty();
            assertThat(workers(database, NETWORK, "elodi")).isEmpty();
            assertThat(achievements(database, false, "etal")).containsExactly("Étaler", "Peindre l’étal");
            assertThat(achievements(database, true, "etal")).containsExactly("Étalon");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNetworkFindsTheBeginningOfAWordOfEitherNameOrASiret(boolean trigrams) {
        try (TestDatabase database = filled(trigrams)) {
            assertThat(organisations(database, "oeuv")).containsExactly("Œuvre de l’Été");
            assertThat(organisations(database, "ruch")).containsExactly("Œuvre de l’Été");
            assertThat(organisations(database, "uche")).isEmpty();
            assertThat(organisations(database, "100%")).containsExactly("Régie");
            assertThat(organisations(database, "993456")).containsExactly("Régie");
            assertThat(organisations(database, "3456")).isEmpty();
            assertThat(organisations(database, "55345678901234")).containsExactly("Œuvre de l’Été", "Régie");
            assertThat(organisations(database, "55")).containsExactly("Œuvre de l’Été", "Régie");
            assertThat(organisations(database, "56")).isEmpty();
            assertThat(in(
                            database,
                            ORGANISATION,
                            "SELECT organisation_id::text FROM page_of_organisations('reg', NULL, 50)"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anybodyFindsThePublicNameTheNetworkAndASiretThatIsShown(boolean trigrams) {
        try (TestDatabase database = filled(trigrams)) {
            assertThat(vetted(database, "")).containsExactly("La Ruche", "Port 100%");
            assertThat(vetted(database, "ruch")).containsExactly("La Ruche");
            assertThat(vetted(database, "oeuvre")).isEmpty();
            assertThat(vetted(database, "elan")).containsExactly("La Ruche", "Port 100%");
            assertThat(vetted(database, "1234")).containsExactly("La Ruche");
            assertThat(vetted(database, "99345")).isEmpty();
            assertThat(vetted(database, "55345"))
                    .as("an earlier one that is shown")
                    .containsExactly("La Ruche");
        }
    }

    @Test
    void amongManyNamesTheIndexIsAsked() {
        try (TestDatabase database = filled(true)) {
            database.owner().useHandle(handle -> {
                handle.execute(
                        "INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at,"
                                + " updated_at) SELECT gen_random_uuid(), ?, 'Prénom', md5(n::text), gen_random_uuid(),"
                                + " now(), now() FROM generate_series(1, 20000) n",
                        STRANGER);
                handle.execute("ANALYZE worker");
            });
            assertThat(workers(database, STRANGER, "elodi")).hasSize(2);
            long asked = database.database().inOrganisation(new OrganisationId(STRANGER), handle -> {
                // as after several calls on a connection
                handle.execute("SET LOCAL plan_cache_mode = force_generic_plan");
                handle.select("SELECT worker_id FROM page_of_workers('elodi', '', '', ?, 50)", new UUID(0, 0))
                        .mapTo(UUID.class)
                        .list();
                return handle.select("SELECT pg_stat_get_xact_numscans('worker_folded_name'::regclass)")
                        .mapTo(Long.class)
                        .one();
            });
            assertThat(asked).isPositive();
        }
    }

    @Test
    void withoutTheRightToCreateExtensionsTheMigrationsGoOn() {
        DatabaseAddress address = TestDatabase.empty();
        Jdbi.create(address.url(), address.user(), address.password().value()).useHandle(handle -> {
            String name = handle.select("SELECT current_database()")
                    .mapTo(String.class)
                    .one();
            handle.execute("REVOKE CREATE ON DATABASE " + name + " FROM " + address.user());

            Migrations migrations = new Migrations(address);
            migrations.migrate();
            migrations.requireNonePending();

            assertThat(handle.select("SELECT extname FROM pg_extension WHERE extname IN ('pg_trgm', 'btree_gin')")
                            .mapTo(String.class)
                            .list())
                    .isEmpty();
        });
    }
}
