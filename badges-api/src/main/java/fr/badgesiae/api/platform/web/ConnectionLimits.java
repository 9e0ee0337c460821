package fr.badgesiae.api.platform.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits the connections of each address and of all together, and sets least rates for whoever sends or reads a body. A
 * connection holds memory, a body that is being read holds a thread. The admin connector has no such limits: it answers while
 * the others are full.
 */
final class ConnectionLimits implements LifeCycle.Listener {
    /** Of one address; behind a proxy all connections have the proxy's. */
    static final int EACH = 512;

    static final int ALL = 4_096;

    /** In bytes a second, unless {@code config.yml} names other rates: a form may pause for half a minute. */
    static final int LEAST_RATE = 50;

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimits.class);
    private static final long IDLE_WHEN_FULL_MILLIS = 1_000;
    private static final String ADMIN = "admin";

    /** Before the connectors start: afterwards they take no listeners. */
    @Override
    public void lifeCycleStarting(LifeCycle event) {
        if (!(event instanceof Server server)) {
            return;
        }
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector pages && !ADMIN.equals(pages.getName())) {
                limit(server, pages);
            }
        }
    }

    private static void limit(Server server, ServerConnector connector) {
        NetworkConnectionLimit all = new NetworkConnectionLimit(ALL, connector);
        all.setEndPointIdleTimeout(IDLE_WHEN_FULL_MILLIS);
        server.addBean(all); // adds itself to the connector
        connector.addBean(new OfEachAddress());
        // contained: each is wrapped in one that counts connections
        connector
                .getContainedBeans(HttpConnectionFactory.class)
                .forEach(http -> leastRates(http.getHttpConfiguration()));
    }

    /** By the properties that the configuration names too, so that both mean one thing. */
    @SuppressWarnings("removal") // Dropwizard sets the same ones
    private static void leastRates(HttpConfiguration http) {
        if (http.getMinRequestDataRate() == 0) {
            http.setMinRequestDataRate(LEAST_RATE);
        }
        if (http.getMinResponseDataRate() == 0) {
            http.setMinResponseDataRate(LEAST_RATE);
        }
    }

    /** Closes a connection at once when its address has too many. */
    private static final class OfEachAddress implements SelectorManager.AcceptListener {
        private final Map<String, Integer> open = new ConcurrentHashMap<>();
        private final Map<SelectableChannel, String> counted = new ConcurrentHashMap<>();

        @Override
        public void onAccepting(SelectableChannel channel) {
            String address = address(channel);
            if (address == null) {
                return;
            }
            counted.put(channel, address);
            if (open.merge(address, 1, Integer::sum) > EACH) {
                close(channel);
            }
        }

        /** Who exceeds the limit is seen in the closed connections; the address is personal data. */
        private static void close(SelectableChannel channel) {
            try {
                channel.close();
                LOG.debug("A connection was closed: its address has {} others", EACH);
            } catch (IOException e) {
                LOG.debug("A connection beyond the limit does not close", e);
            }
        }

        private static @Nullable String address(SelectableChannel channel) {
            try {
                return channel instanceof SocketChannel socket
                                && socket.getRemoteAddress() instanceof InetSocketAddress remote
                        ? remote.getAddress().getHostAddress()
                        : null;
            } catch (IOException e) {
                return null; // closed already
            }
        }

        @Override
        public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
            ended(channel);
        }

        @Override
        public void onClosed(SelectableChannel channel) {
            ended(channel);
        }

        private void ended(SelectableChannel channel) {
            String address = counted.remove(channel);
            if (address != null) {
                open.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
            }
        }
    }
}
