package fr.badgesiae.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.holder.portfolio.MakePortfolio;
import fr.badgesiae.api.offer.OfferBadge;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.db.TestDatabase;
import fr.badgesiae.api.privacy.erasure.Cause;
import fr.badgesiae.api.privacy.erasure.Erased;
import fr.badgesiae.api.wallet.offer.WalletOfferKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * After an erasure no column and no log line holds a word of the person, and no file of the database once its dead rows are
 * cleared; every table about people has its part in it.
 */
class NothingIsLeftTest {
    private static final String FIRST = "Quetzalina";
    private static final String LAST = "Zorglubeau";
    private static final String WORDS = "Repasse les nappes de la salle des Tilleuls.";
    private static final String EVIDENCE = "Fiche numéro quarante-sept bis.";
    private static final String LABEL = "Pour le garage Bidule";
    private static final String WALLET = "z6MkExampleOfAWallet";
    private static final List<String> TRACES =
            List.of(FIRST, LAST, "Tilleuls", "quarante-sept", "Bidule", "Trombone", WALLET);

    private static final List<String> NOISY = List.of("fr.badgesiae", "org.jdbi");

    private final ListAppender<ILoggingEvent> logs = new ListAppender<>();
    private PrivacyFixture fixture;
    private PersonId person;
    private HolderId holder;
    private CredentialId badge;
    private String read;

    @BeforeEach
    void open() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        logs.start();
        root.addAppender(logs);
        NOISY.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.DEBUG));
        fixture = new PrivacyFixture();
        person = fixture.claims.person();
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE worker SET first_name = ?, last_name = ? WHERE id = ?", FIRST, LAST, person.value()));
        OfferRequest request = new OfferRequest(person, fixture.claims.version, WORDS, EVIDENCE);
        OfferId offer = ((OfferBadge.Offered) fixture.claims
                        .offers
                        .offer()
                        .apply(fixture.claims.organisation, fixture.claims.counsellor, request))
                .offer();
        fixture.claims.carded(offer, PrivacyFixture.PIN);
        holder = fixture.holder(person);
        badge = fixture.claims
                .claims
                .progress()
                .apply(fixture.claims.organisation, offer)
                .credential()
                .orElseThrow();
        fixture.claims.share(holder, badge, LABEL, 30);
        read = EditionChoice.fingerprint(FIRST + " Z.", FIRST + " " + LAST, WORDS, EVIDENCE);
        // No link: the statistics of a table that an erasure empties stay as they were.
        EditionChoice choice = new EditionChoice(NameChoice.FULL, true, read);
        assertThat(fixture.claims.editions.apply(holder, badge, choice)).isInstanceOf(SignEdition.Signed.class);
        WalletBinding wallet = new WalletBinding(WalletKind.LEARNER_CREDENTIAL_WALLET, "did:key:" + WALLET);
        assertThat(fixture.claims.editions.apply(holder, badge, choice.in(wallet)))
                .isInstanceOf(SignEdition.Signed.class);
        fixture.wallets.offer().apply(holder, badge, choice, WalletOfferKind.LINK);
        // A second offer, unanswered and disputed, has no badge to rest on.
        fixture.claims.offers.offer().apply(fixture.claims.organisation, fixture.claims.counsellor, request);
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "UPDATE credential SET private_note = ? WHERE worker_id = ?", "Note sur " + LAST, person.value()));
        besideBadges();
    }

    /** What else is written about a person; one row each, for the reason above. */
    private void besideBadges() {
        row("observation", "achievement_id, seen_by, seen_on, manner, tasks, note", """
                v.achievement_id, a.id, current_date, 'ALONE', ARRAY[]::text[], 'Nappes des Tilleuls.'""");
        row("badge_request", "achievement_id, words, state, to_read_at", """
                v.achievement_id, 'Je repasse les nappes des Tilleuls.', 'SENT', now()""");
        row("person_contact", "email, phone", "convert_to('%s', 'UTF8'), NULL".formatted(LAST));
        fixture.claims.owner.useHandle(handle -> {
            handle.execute("""
                    INSERT INTO observation_photo (observation_id, organisation_id, sealed, created_at, updated_at)
                    SELECT id, organisation_id, convert_to('Trombone', 'UTF8'), now(), now() FROM observation
                    """);
            handle.execute("""
                    INSERT INTO badge_event (id, organisation_id, achievement_id, name, place, held_on, opens_at, closes_at,
                        most, code_lookup, code_sealed, created_by, created_at, updated_at)
                    SELECT gen_random_uuid(), v.organisation_id, v.achievement_id, 'Atelier', '', current_date, now(),
                           now() + interval '1 day', 10, sha256('poster'), 'poster', ?, now(), now()
                    FROM achievement_version v WHERE v.id = ?
                    """, fixture.claims.counsellor.value(), fixture.claims.version.value());
            handle.execute("""
                    INSERT INTO own_words (id, holder_id, words, created_at, updated_at)
                    VALUES (gen_random_uuid(), ?, 'Je repasse, fiche quarante-sept.', now(), now())
                    """, holder.value());
        });
        row(
                "event_entry",
                "event_id, first_name, last_name, by_card, state",
                "(SELECT id FROM badge_event), '', '', false, 'KEPT'");
    }

    private void row(String table, String columns, String values) {
        fixture.claims.owner.useHandle(handle -> handle.execute(
                "INSERT INTO " + table + " (id, organisation_id, worker_id, created_at, updated_at, " + columns + ")"
                        + " SELECT gen_random_uuid(), v.organisation_id, ?, now(), now(), " + values
                        + " FROM achievement_version v CROSS JOIN account a WHERE v.id = ? AND a.id = ?",
                person.value(),
                fixture.claims.version.value(),
                fixture.claims.counsellor.value()));
    }

    @AfterEach
    void close() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(logs);
        NOISY.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(null));
        fixture.close();
    }

    /** Each column that can hold words, cast to text: {@code table.column} by trace. */
    private List<String> found() {
        return fixture.claims.owner.withHandle(handle -> {
            List<String> columns = handle.createQuery("""
                            SELECT format('%I.%I', c.relname, a.attname)
                            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                              AND a.atttypid::regtype::text IN
                                  ('text', 'character varying', 'json', 'jsonb', 'bytea', 'name', 'text[]')
                            """).mapTo(String.class).list();
            assertThat(columns).hasSizeGreaterThan(60).contains("worker.first_name", "credential_document.document");
            List<String> hits = new ArrayList<>();
            for (String column : columns) {
                String[] names = column.split("\\.", -1);
                for (String trace : TRACES) {
                    for (byte[] form : forms(trace)) {
                        boolean hit = handle.createQuery(
                                        "SELECT EXISTS (SELECT FROM " + names[0] + " WHERE position(:trace IN "
                                                + "CASE WHEN pg_typeof(" + names[1] + ") = 'bytea'::regtype"
                                                + " THEN encode(" + names[1] + "::text::bytea, 'escape')::bytea"
                                                + " ELSE convert_to(" + names[1] + "::text, 'UTF8') END) > 0)")
                                .bind("trace", form)
                                .mapTo(Boolean.class)
                                .one();
                        if (hit) {
                            hits.add(column + " " + trace);
                        }
                    }
                }
            }
            return hits;
        });
    }

    /** As text, as the hexadecimal of bytes, folded, and inside a JWT. */
    private static List<byte[]> forms(String trace) {
        byte[] plain = trace.getBytes(StandardCharsets.UTF_8);
        StringBuilder hex = new StringBuilder();
        for (byte b : plain) {
            hex.append(String.format("%02x", b));
        }
        return Stream.concat(Stream.of(trace, hex.toString(), trace.toLowerCase(Locale.ROOT)), base64(plain).stream())
                .map(form -> form.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /**
     * What the base64url of any text around this one holds, at each of the three offsets: every character whose six bits are
     * all of this text. Fewer of them would be found by chance in a signature or in an encoded list.
     */
    private static List<String> base64(byte[] plain) {
        List<String> all = new ArrayList<>();
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[offset + plain.length];
            System.arraycopy(plain, 0, shifted, offset, plain.length);
            String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(shifted);
            all.add(encoded.substring((8 * offset + 5) / 6, 8 * shifted.length / 6));
        }
        assertThat(all).allMatch(form -> form.length() >= plain.length);
        return all;
    }

    private void eraseFile() {
        assertThat(fixture.eraseFile.apply(fixture.file(person), Cause.request(Actor.SYSTEM)))
                .isEqualTo(Erased.ERASED);
    }

    /** A second link: the statistics of the table, once emptied, keep what two rows say. */
    private void portfolio() {
        MakePortfolio make =
                new MakePortfolio(fixture.claims.platform, fixture.claims.shares.links(), fixture.claims.editions);
        assertThat(make.apply(
                        holder,
                        new MakePortfolio.Wish(
                                List.of(new MakePortfolio.Chosen(badge, read)),
                                NameChoice.FULL,
                                true,
                                "Trombone",
                                "Garage",
                                30)))
                .isInstanceOf(MakePortfolio.Made.class);
    }

    @Test
    void afterBothErasuresTheDatabaseHasNoWordOfThePerson() {
        portfolio();
        assertThat(found())
                .as("what the search finds before")
                .contains(
                        "worker.first_name " + FIRST,
                        "worker.folded_name " + LAST,
                        "offer.narrative Tilleuls",
                        "offer.evidence quarante-sept",
                        "share_link.label Bidule",
                        "share_link.message Trombone",
                        "credential.displayed_name " + FIRST,
                        "credential.private_note " + LAST,
                        "credential.wallet_key " + WALLET,
                        "credential_document.document Tilleuls",
                        "credential_document.jwt Tilleuls",
                        "observation.note Tilleuls",
                        "observation_photo.sealed Trombone",
                        "badge_request.words Tilleuls",
                        "person_contact.email " + LAST,
                        "own_words.words quarante-sept");
        assertThat(fixture.claims.count("event_entry WHERE worker_id = ?", person.value()))
                .isOne();
        eraseFile();
        assertThat(fixture.eraseSpace.apply(holder, Cause.request(Actor.holder(holder))))
                .isEqualTo(Erased.ERASED);
        assertThat(found()).isEmpty();
        for (String table : List.of(
                "wallet_offer",
                "observation",
                "observation_photo",
                "badge_request",
                "person_contact",
                "event_entry",
                "own_words")) {
            assertThat(fixture.claims.count(table)).as(table).isZero();
        }
    }

    /** A dispute keeps what the desk knew: never the key of a wallet. */
    @Test
    void aHeldFileKeepsNoKeyOfAWallet() {
        fixture.claims.owner.useHandle(handle ->
                handle.execute("UPDATE worker SET erasure_held_on = current_date WHERE id = ?", person.value()));
        assertThat(fixture.eraseSpace.apply(holder, Cause.request(Actor.holder(holder))))
                .isEqualTo(Erased.ERASED);
        assertThat(found())
                .contains("credential.displayed_name " + FIRST)
                .noneMatch(hit -> hit.startsWith("credential.wallet_key"));
    }

    /**
     * Dead rows, old statistics and emptied pages stand in the files until PostgreSQL clears them by itself; here it is told to.
     * The write-ahead log is left out: it is overwritten by later changes.
     */
    @Test
    void theFilesOfTheDatabaseHaveNoWordOfThePersonOnceCleared() throws IOException {
        Jdbi server = Jdbi.create(
                TestDatabase.superuser().url(),
                TestDatabase.superuser().user(),
                TestDatabase.superuser().password().value());
        String folder = server.withHandle(handle ->
                handle.select("SHOW data_directory").mapTo(String.class).one());
        Path cluster = Path.of(folder);
        assumeTrue(Files.isReadable(cluster.resolve("base")), "the server is not on this machine");
        int database = fixture.claims.owner.withHandle(
                handle -> handle.select("SELECT oid::integer FROM pg_database WHERE datname = current_database()")
                        .mapTo(Integer.class)
                        .one());
        Path files = cluster.resolve("base").resolve(String.valueOf(database));
        write(server, "ANALYZE");
        assertThat(written(files)).as("before").contains(FIRST, LAST, "Tilleuls", "quarante-sept", "Bidule", WALLET);
        eraseFile();
        fixture.eraseSpace.apply(holder, Cause.request(Actor.holder(holder)));
        write(server, "SELECT 1");
        assertThat(written(files)).as("dead rows").isNotEmpty();
        assertThat(cleared(server, files)).isEmpty();
    }

    /** What stays after clearing. A snapshot of the server's own analysis keeps dead rows for a moment: it is told again. */
    private Set<String> cleared(Jdbi server, Path files) throws IOException {
        Set<String> left = written(files);
        for (int tries = 0; tries < 10 && !left.isEmpty(); tries++) {
            write(server, "VACUUM (FULL, ANALYZE)");
            left = written(files);
        }
        return left;
    }

    private void write(Jdbi server, String sql) {
        fixture.claims.owner.useHandle(handle -> handle.execute(sql));
        server.useHandle(handle -> handle.execute("CHECKPOINT"));
    }

    /** The traces in the files of a folder. */
    private static Set<String> written(Path folder) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            // The server rebuilds its own caches at any moment; they hold no row.
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(listed -> !listed.endsWith("pg_internal.init"))
                    .toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                TRACES.stream()
                        .filter(trace -> forms(trace).stream()
                                .anyMatch(form -> bytes.contains(new String(form, StandardCharsets.ISO_8859_1))))
                        .forEach(found::add);
            }
        }
        return found;
    }

    @Test
    void anErasedFileLeavesWordsInTheSpaceAlone() {
        eraseFile();
        assertThat(found())
                .allMatch(hit -> hit.startsWith("credential_document.")
                        || hit.startsWith("credential.displayed_name")
                        || hit.startsWith("credential.wallet_key")
                        || hit.startsWith("share_link.label")
                        || hit.startsWith("share_link.message")
                        || hit.startsWith("own_words.words"));
    }

    @Test
    void noLogLineHoldsAWordOfThePerson() {
        LoggerFactory.getLogger("fr.badgesiae.privacy").debug("the search sees the log");
        eraseFile();
        fixture.eraseSpace.apply(holder, Cause.request(Actor.holder(holder)));
        assertThat(logs.list).anyMatch(event -> event.getFormattedMessage().equals("the search sees the log"));
        assertThat(logs.list.stream()
                        .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
                        .filter(line -> TRACES.stream().anyMatch(line::contains)))
                .isEmpty();
    }

    /** A new table about people fails here until a feature says what erasure does to it. */
    @Test
    void everyTableAboutPeopleHasItsPartInErasure() {
        List<String> about = fixture.claims.owner.withHandle(
                handle -> handle.createQuery("""
                        SELECT DISTINCT conrelid::regclass::text FROM pg_constraint
                        WHERE contype = 'f' AND confrelid IN ('worker'::regclass, 'holder'::regclass, 'offer'::regclass,
                            'credential'::regclass)
                        UNION SELECT unnest(ARRAY['worker', 'holder'])
                        """).mapTo(String.class).list());
        assertThat(about).hasSizeGreaterThan(10);
        List<String> covered =
                fixture.parts.stream().flatMap(part -> part.tables().stream()).collect(Collectors.toList());
        covered.add("erasure");
        assertThat(covered).containsAll(about).doesNotHaveDuplicates();
    }

    @Test
    void theSecretsOfAnErasedPersonAreNull() {
        eraseFile();
        Map<String, Object> secrets = fixture.claims.owner.withHandle(handle -> handle.select(
                        "SELECT count(pin_hash) AS pins, count(code_sealed) AS codes FROM offer WHERE worker_id = ?",
                        person.value())
                .mapToMap()
                .one());
        assertThat(secrets).containsEntry("pins", 0L).containsEntry("codes", 0L);
    }
}
