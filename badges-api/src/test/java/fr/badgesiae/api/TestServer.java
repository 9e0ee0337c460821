package fr.badgesiae.api;

import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Option;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.client.TrustedProxies;
import fr.badgesiae.api.platform.db.TestDatabase;
import fr.badgesiae.api.platform.html.Assets;
import fr.badgesiae.api.platform.i18n.AddedLanguages;
import fr.badgesiae.api.platform.mail.MailSettings;
import fr.badgesiae.api.platform.web.WebLayer;
import fr.badgesiae.api.wallet.TestCertificate;
import fr.badgesiae.api.wallet.WalletModule;
import fr.badgesiae.api.wallet.offer.WalletOffer;
import fr.badgesiae.api.wallet.offer.WalletOfferKind;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.jetty.HttpsConnectorFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.eclipse.jetty.server.Server;

/** The whole service in this JVM, on a fresh database and a free loopback port. */
public final class TestServer implements AutoCloseable {
    private final TestDatabase database = TestDatabase.fresh();
    private final Ids ids = Ids.secure();
    private final URI origin;
    private final Running running;
    private final ServerSetup setup;

    /** Members with one password have one hash: to make one is slow on purpose. */
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    private TestServer(ServerSetup setup) throws Exception {
        this.setup = setup;
        String host = setup.certificate()
                .map(certificate -> "https://" + certificate.host())
                .orElse("http://localhost");
        this.origin = URI.create(host + ":" + freePort());
        this.running = new Running();
        Path config = Files.createTempFile("badges-test", ".yml");
        Files.writeString(config, "logging: {level: WARN}\nserver: {requestLog: {appenders: []}}\n");
        running.run("server", config.toString());
        Files.delete(config);
    }

    public static TestServer start() throws Exception {
        return new TestServer(ServerSetup.PLAIN);
    }

    /** A server with languages beside French and English. */
    public static TestServer speaking(AddedLanguages languages) throws Exception {
        return new TestServer(ServerSetup.PLAIN.with(languages));
    }

    /** A server that is given data before it answers and before its jobs run. */
    static TestServer prepared(Consumer<Assembly> beforeItServes) throws Exception {
        return new TestServer(ServerSetup.PLAIN.with(beforeItServes));
    }

    /** A server that does what its configuration asks for. */
    static TestServer with(Set<Option> options) throws Exception {
        return new TestServer(ServerSetup.PLAIN.with(options));
    }

    /** The same under the https address of a host that is this machine. */
    static TestServer with(Set<Option> options, TestCertificate certificate) throws Exception {
        return new TestServer(ServerSetup.PLAIN.with(options).with(certificate));
    }

    /** A server whose messages these servers take. */
    public static TestServer sending(MailSettings mail) throws Exception {
        return new TestServer(ServerSetup.PLAIN.with(mail));
    }

    /** A server that tells the clients of this machine apart: a proxy is named, and it is another machine. */
    public static TestServer withoutProxyHere() throws Exception {
        return new TestServer(ServerSetup.PLAIN.with(TrustedProxies.parse("192.0.2.1")));
    }

    /** A server with an observed connection pool. */
    static TestServer start(UnaryOperator<DataSource> connections) throws Exception {
        return new TestServer(ServerSetup.PLAIN.through(connections));
    }

    /** A server that believes the {@code X-Forwarded-For} of this machine, with an observed connection pool. */
    static TestServer behindProxy(UnaryOperator<DataSource> connections) throws Exception {
        return new TestServer(ServerSetup.PLAIN.through(connections).with(TrustedProxies.parse("127.0.0.1")));
    }

    public URI origin() {
        return origin;
    }

    public Platform platform() {
        return running.assembly.platform();
    }

    /** All objects registered with Jersey, by features and platform. */
    public List<Object> resources() {
        List<Object> all = new ArrayList<>(features().contributions().resources());
        all.addAll(new WebLayer(platform().settings(), new Assets(), platform().pages()).components());
        return all;
    }

    Assembly assembly() {
        return running.assembly;
    }

    Features features() {
        return running.assembly.features();
    }

    public TestDatabase database() {
        return database;
    }

    /** An organisation with its keys and status list, as on creation. */
    public OrganisationId organisation(String publicName, String siret) {
        OrganisationId id = new OrganisationId(ids.uuid());
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        platform().database().inOrganisation(id, handle -> {
            handle.createUpdate("""
                            INSERT INTO organisation (id, kind, siret, legal_name, public_name, public_phone,
                                data_controller, data_rights_contact, asks_pass_iae, created_at, updated_at)
                            VALUES (:id, 'EI', :siret, :name, :name, '01 99 00 00 00', :name, :name, true, :now, :now)
                            """)
                    .bind("id", id.value())
                    .bind("siret", siret)
                    .bind("name", publicName)
                    .bind("now", now)
                    .execute();
            running.assembly
                    .features()
                    .contributions()
                    .organisationCreated()
                    .forEach(listener -> listener.created(handle, id));
            return true;
        });
        return id;
    }

    /** A member who can sign in with this password. */
    public AccountId member(OrganisationId organisation, String login, String role, String password) {
        UUID account = ids.uuid();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        platform().database().inOrganisation(organisation, handle -> {
            handle.createUpdate("""
                            INSERT INTO account (id, login, display_name, password_hash, password_set_at, created_at)
                            VALUES (:id, :login, :login, :hash, :now, :now)
                            """)
                    .bind("id", account)
                    .bind("login", login)
                    .bind("hash", hashes.computeIfAbsent(password, platform().passwords()::hash))
                    .bind("now", now)
                    .execute();
            return handle.createUpdate("""
                            INSERT INTO membership (id, organisation_id, account_id, role, created_at)
                            VALUES (:id, :organisation, :account, :role, :now)
                            """)
                    .bind("id", ids.uuid())
                    .bind("organisation", organisation.value())
                    .bind("account", account)
                    .bind("role", role)
                    .bind("now", now)
                    .execute();
        });
        return new AccountId(account);
    }

    /** Takes an offer as a wallet that proved its key does. */
    public void takeIntoWallet(String secret) {
        WalletModule wallets = features().wallet();
        WalletOffer offer =
                wallets.find().apply(secret, WalletOfferKind.INTERACTION).orElseThrow();
        wallets.take().apply(offer, new WalletBinding(WalletKind.LEARNER_CREDENTIAL_WALLET, "did:key:z6MkExample"));
    }

    @Override
    public void close() {
        try {
            running.server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop", e);
        }
        database.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The Dropwizard application under test. */
    private final class Running extends Application<Configuration> {
        private Assembly assembly;
        private Server server;

        @Override
        public void run(Configuration configuration, Environment environment) {
            DefaultServerFactory http = (DefaultServerFactory) configuration.getServerFactory();
            http.setRegisterDefaultExceptionMappers(false);
            HttpConnectorFactory connector =
                    setup.certificate().map(Running::secure).orElseGet(HttpConnectorFactory::new);
            connector.setPort(origin.getPort());
            connector.setBindHost("127.0.0.1");
            http.setApplicationConnectors(List.of(connector));
            HttpConnectorFactory admin = new HttpConnectorFactory();
            admin.setPort(0);
            admin.setBindHost("127.0.0.1");
            http.setAdminConnectors(List.of(admin));
            Vault vault = new Vault(Map.of(1, ids.bytes(32)), ids.bytes(32), ids);
            assembly = new Assembly(
                    new Settings(origin, true)
                            .behind(setup.proxies())
                            .with(setup.options())
                            .sending(setup.mail())
                            .speaking(setup.languages()),
                    setup.connections().apply(database.source()),
                    vault,
                    ids,
                    Clock.systemUTC(),
                    Notices.demonstration());
            assembly.install(environment);
            setup.beforeItServes().accept(assembly);
            environment.lifecycle().addServerLifecycleListener(started -> server = started);
        }

        private static HttpConnectorFactory secure(TestCertificate certificate) {
            HttpsConnectorFactory connector = new HttpsConnectorFactory();
            connector.setKeyStorePath(certificate.store().toString());
            connector.setKeyStorePassword(TestCertificate.PASSWORD);
            connector.setKeyStoreType("PKCS12");
            connector.setValidateCerts(false);
            return connector;
        }

        @Override
        public String getName() {
            return "badges-test";
        }
    }
}
