package fr.badgesiae.api.commands;

import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.commands.section.Messaging;
import fr.badgesiae.api.commands.section.SpokenLanguages;
import fr.badgesiae.api.commands.section.Wallets;
import fr.badgesiae.api.platform.Brand;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.client.TrustedProxies;
import fr.badgesiae.api.platform.i18n.AddedLanguages;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Listen addresses and the public URL of the service. */
public final class Addresses {
    private Addresses() {}

    /** A demonstration listens on loopback, or on all interfaces with {@code --lan}. The configured host is ignored. */
    public static Settings demonstration(BadgesConfiguration configuration, boolean lan) {
        DefaultServerFactory server = server(configuration);
        HttpConnectorFactory connector = first(server.getApplicationConnectors());
        connector.setBindHost(lan ? "0.0.0.0" : "127.0.0.1");
        connector.setUseForwardedHeaders(false);
        DataFolder.requireUnserved(Path.of(configuration.dataFolder()));
        // The badges of the demonstration name its address: with another port it needs another data folder.
        requireFree(server, "BADGES_PORT=8090 BADGES_DATA=data-8090");
        String host = lan ? lanAddress().orElseThrow(Addresses::noNetwork) : "localhost";
        return new Settings(URI.create("http://" + host + ":" + connector.getPort()), true, Branding.of(configuration))
                .behind(proxies(configuration))
                .with(Wallets.of(configuration))
                .sending(Messaging.of(configuration))
                .speaking(SpokenLanguages.demonstration(configuration));
    }

    /** Requires free ports. Another instance on the same data folder is reported first: it explains the occupied port. */
    public static void requireFree(BadgesConfiguration configuration) {
        if (configuration.database().url().isBlank()) {
            DataFolder.requireUnserved(Path.of(configuration.dataFolder()));
        }
        requireFree(server(configuration), "BADGES_PORT=8090");
    }

    /** The public URL. Badges contain it for years, so it must be https, even for commands that do not listen. */
    static Settings published(BadgesConfiguration configuration) {
        String wanted = configuration.publicUrl();
        if (!wanted.startsWith("https://")) {
            throw new StartRefused(
                    "publicUrl (BADGES_PUBLIC_URL) doit être l’adresse https par laquelle tout le monde atteint ce service, comme https://badges.example, sans chemin.",
                    "publicUrl (BADGES_PUBLIC_URL) must be the https address that everybody reaches this"
                            + " service at, such as https://badges.example, without a path.");
        }
        Brand brand = Branding.of(configuration);
        AddedLanguages languages = SpokenLanguages.published(configuration);
        try {
            return new Settings(URI.create(wanted), false, brand).speaking(languages);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "publicUrl (BADGES_PUBLIC_URL) doit être une adresse sans chemin ni barre à la fin, comme https://badges.example.",
                    "publicUrl (BADGES_PUBLIC_URL) must be an address without a path or a slash at its end, such as"
                            + " https://badges.example.",
                    e);
        }
    }

    /**
     * The proxies whose word on the client's address counts. The server's own way to read forwarded headers believes the first
     * hop, which anybody can write, and takes the host of redirects from them.
     */
    static TrustedProxies proxies(BadgesConfiguration configuration) {
        if (first(server(configuration).getApplicationConnectors()).isUseForwardedHeaders()) {
            throw new StartRefused(
                    "useForwardedHeaders croit n’importe qui. Retirez cette ligne de la configuration et donnez l’adresse du proxy dans trustedProxies (BADGES_TRUSTED_PROXIES), par exemple 127.0.0.1.",
                    "useForwardedHeaders believes anybody. Remove that line from the configuration and give the address"
                            + " of the proxy in trustedProxies (BADGES_TRUSTED_PROXIES), such as 127.0.0.1.");
        }
        try {
            return TrustedProxies.parse(configuration.trustedProxies());
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "trustedProxies (BADGES_TRUSTED_PROXIES) contient des adresses ou des plages séparées par des virgules, comme 127.0.0.1 ou 10.1.0.0/16, et non : "
                            + e.getMessage(),
                    "trustedProxies (BADGES_TRUSTED_PROXIES) has addresses or ranges separated by commas, such as"
                            + " 127.0.0.1 or 10.1.0.0/16, and not: " + e.getMessage(),
                    e);
        }
    }

    /** Local address of the pages, for a reverse proxy. */
    public static URI pages(BadgesConfiguration configuration) {
        return local(first(server(configuration).getApplicationConnectors()));
    }

    /** Local address of health checks and metrics. */
    public static URI admin(BadgesConfiguration configuration) {
        return local(first(server(configuration).getAdminConnectors()));
    }

    private static URI local(HttpConnectorFactory connector) {
        String host = connector.getBindHost() == null ? "0.0.0.0" : connector.getBindHost();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + connector.getPort());
    }

    private static DefaultServerFactory server(BadgesConfiguration configuration) {
        DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();
        server.setRegisterDefaultExceptionMappers(false);
        return server;
    }

    private static HttpConnectorFactory first(List<ConnectorFactory> connectors) {
        return (HttpConnectorFactory) connectors.get(0);
    }

    /** @param otherPort variables that move the pages to another port */
    private static void requireFree(DefaultServerFactory server, String otherPort) {
        HttpConnectorFactory pages = first(server.getApplicationConnectors());
        HttpConnectorFactory admin = first(server.getAdminConnectors());
        if (pages.getPort() == admin.getPort() && pages.getPort() != 0) {
            throw new StartRefused(
                    "Les pages et les contrôles de santé doivent tous deux écouter sur le port " + pages.getPort()
                            + ". Donnez un autre port à l’un d’eux, par exemple : BADGES_ADMIN_PORT=8091",
                    "The pages and the health checks are both to listen on port " + pages.getPort()
                            + ". Give one of them another port, for example: BADGES_ADMIN_PORT=8091");
        }
        requireFree(pages, "", otherPort);
        requireFree(admin, ", for health checks and metrics,", "BADGES_ADMIN_PORT=8091");
    }

    /** Binds without listening: a probe that listens would answer for a service that does not run yet. */
    static void requireFree(HttpConnectorFactory connector, String use, String other) {
        String host = connector.getBindHost() == null ? "0.0.0.0" : connector.getBindHost();
        try (Socket probe = new Socket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), connector.getPort()));
        } catch (IOException e) {
            throw new StartRefused(
                    "Le port " + connector.getPort()
                            + " est pris par un autre programme. Arrêtez-le, ou choisissez un autre port, par exemple : "
                            + other,
                    "Port " + connector.getPort() + use + " is taken by another program. Stop it, or choose another"
                            + " port, for example: " + other,
                    e);
        }
    }

    private static Optional<String> lanAddress() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address
                            && !address.isLoopbackAddress()
                            && !address.isLinkLocalAddress())
                    // Private ranges first; some local networks assign public addresses.
                    .min(Comparator.comparing(address -> !address.isSiteLocalAddress()))
                    .map(InetAddress::getHostAddress);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static StartRefused noNetwork() {
        return new StartRefused(
                "Aucun réseau local trouvé pour --lan. Connectez cet ordinateur à un réseau, ou démarrez sans --lan.",
                "No local network was found for --lan. Connect this computer to one, or start without it.");
    }
}
