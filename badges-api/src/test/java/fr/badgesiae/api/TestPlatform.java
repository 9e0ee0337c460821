package fr.badgesiae.api;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.MutableClock;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.db.TestDatabase;
import fr.badgesiae.api.platform.html.Assets;
import fr.badgesiae.api.platform.html.Pages;
import fr.badgesiae.api.platform.html.Visitors;
import fr.badgesiae.api.platform.i18n.Messages;
import fr.badgesiae.api.platform.limits.ThrottleAlerts;
import fr.badgesiae.api.platform.limits.Throttles;
import fr.badgesiae.api.platform.mail.Outbox;
import fr.badgesiae.api.platform.mail.TestMail;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** A platform on a fresh database with a settable clock; everything else is production code. */
public final class TestPlatform implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    private final TestDatabase database;
    private final MutableClock clock = new MutableClock(START);
    private final Platform platform;

    private TestPlatform() {
        this.database = TestDatabase.fresh();
        Settings settings = new Settings(URI.create("http://localhost:8080"), true).sending(TestMail.nowhere());
        Ids ids = Ids.secure();
        Vault vault = new Vault(Map.of(1, ids.bytes(32)), ids.bytes(32), ids);
        Pages pages = new Pages(new Messages(), new Assets(), settings, Visitors.anonymous());
        ThrottleAlerts alerts = new ThrottleAlerts(clock);
        this.platform = new Platform(
                settings,
                database.database(),
                clock,
                ids,
                vault,
                new Passwords(vault, ids, alerts),
                new Audit(clock),
                pages,
                new Throttles(database.database(), vault, clock, alerts),
                new Outbox(settings.mail(), vault, ids, clock));
    }

    public static TestPlatform fresh() {
        return new TestPlatform();
    }

    public Platform platform() {
        return platform;
    }

    /** With pages and settings chosen by the test. */
    public Platform with(Settings settings, Pages pages) {
        return with(platform, platform.database(), settings, pages);
    }

    /** The platform of another node, on connections of its own. */
    public static Platform with(Platform platform, Database database) {
        return with(platform, database, platform.settings(), platform.pages());
    }

    private static Platform with(Platform like, Database database, Settings settings, Pages pages) {
        return new Platform(
                settings,
                database,
                like.clock(),
                like.ids(),
                like.vault(),
                like.passwords(),
                like.audit(),
                pages,
                new Throttles(database, like.vault(), like.clock(), new ThrottleAlerts(like.clock())),
                new Outbox(settings.mail(), like.vault(), like.ids(), like.clock()));
    }

    /** Which limits closed. */
    public ThrottleAlerts alerts() {
        return platform.throttles().alerts();
    }

    public MutableClock clock() {
        return clock;
    }

    public TestDatabase database() {
        return database;
    }

    /** Inserts an organisation, for tests of other features. */
    public OrganisationId organisation(String publicName) {
        UUID id = platform.ids().uuid();
        database.owner()
                .useHandle(handle -> handle.createUpdate("""
                INSERT INTO organisation (id, kind, siret, legal_name, public_name, asks_pass_iae, created_at, updated_at)
                VALUES (:id, 'EI', :siret, :name, :name, true, :now, :now)
                """)
                        .bind("id", id)
                        .bind(
                                "siret",
                                "%014d".formatted(Math.floorMod(id.getMostSignificantBits(), 99_999_999_999_999L)))
                        .bind("name", publicName)
                        .bind("now", OffsetDateTime.ofInstant(START, ZoneOffset.UTC))
                        .execute());
        return new OrganisationId(id);
    }

    /** Inserts a counsellor, for tests of other features. */
    public AccountId member(OrganisationId organisation) {
        UUID id = platform.ids().uuid();
        execute("""
                WITH person AS (
                    INSERT INTO account (id, login, display_name, password_hash, password_set_at, created_at)
                    VALUES (:id, :id::text, 'Noa Conseil', '-', now(), now()) RETURNING id)
                INSERT INTO membership (id, organisation_id, account_id, role, created_at)
                SELECT gen_random_uuid(), :organisation, person.id, 'COUNSELLOR', now() FROM person
                """, Map.of("id", id, "organisation", organisation.value()));
        return new AccountId(id);
    }

    /** A holder without a card. */
    public HolderId holder() {
        UUID id = platform.ids().uuid();
        execute("INSERT INTO holder (id, created_at) VALUES (:id, now())", Map.of("id", id));
        return new HolderId(id);
    }

    /** Inserts an answered offer, for tests of other features. */
    public void offer(OrganisationId organisation, UUID worker, UUID version, UUID offer) {
        execute(
                """
                INSERT INTO offer (id, organisation_id, worker_id, achievement_version_id, narrative, state, offered_by,
                    created_at, offered_at, updated_at, ends_at, code_lookup)
                VALUES (:id, :organisation, :worker, :version, '-', 'ACCEPTED', :by, now(), now(), now(),
                    now() + interval '1 day', sha256(:id::text::bytea))
                ON CONFLICT (id) DO NOTHING
                """,
                Map.of(
                        "id",
                        offer,
                        "organisation",
                        organisation.value(),
                        "worker",
                        worker,
                        "version",
                        version,
                        "by",
                        member(organisation).value()));
    }

    /** Inserts an answered offer with a worker and a badge of its own. */
    public UUID offer(OrganisationId organisation) {
        UUID id = platform.ids().uuid();
        execute("""
                WITH somebody AS (
                    INSERT INTO worker (id, organisation_id, first_name, last_name, subject_id, created_at, updated_at)
                    VALUES (:id, :organisation, 'Alix', 'Exemple', :id, now(), now()) RETURNING id),
                badge AS (
                    INSERT INTO achievement (id, organisation_id, state, content, created_at, updated_at)
                    VALUES (:id, :organisation, 'PUBLISHED', '{"name": "Accueil"}', now(), now()) RETURNING id)
                INSERT INTO achievement_version (id, achievement_id, organisation_id, version, content, image_type, image,
                    created_at)
                SELECT :id, badge.id, :organisation, 1, '{"name": "Accueil"}', 'image/png', '', now() FROM badge
                """, Map.of("id", id, "organisation", organisation.value()));
        offer(organisation, id, id, id);
        return id;
    }

    private void execute(String sql, Map<String, UUID> values) {
        database.owner()
                .useHandle(handle -> handle.createUpdate(sql).bindMap(values).execute());
    }

    @Override
    public void close() {
        database.close();
    }
}
