package fr.badgesiae.api.platform.client;

import fr.badgesiae.api.platform.Platform;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Clients of tests that send no requests. */
public final class TestClients {
    private TestClients() {}

    /** A client of this IP address, on a device that nobody used before. */
    public static Client at(String address) {
        return new Client(network(address), KnownDevice.none());
    }

    /** A client of this IP address, on a device that was used for this subject before. */
    public static Client known(Platform platform, String address, KnownDevice.Kind kind, String subject) {
        LocalDate today = LocalDate.ofInstant(platform.clock().instant(), ZoneOffset.UTC);
        KnownDevice device = KnownDevice.read("", platform.vault(), today, platform.ids()::token);
        device.remember(kind, subject);
        return new Client(network(address), device);
    }

    private static ClientNetwork network(String address) {
        return TrustedProxies.none().network(address, List.of());
    }
}
