package fr.badgesiae.api.trust.imported;

import com.sun.net.httpserver.HttpServer;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.trust.SignedTrustList;
import fr.badgesiae.verifier.trust.SignedTrustList.Entry;
import fr.badgesiae.verifier.trust.TrustListWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The platform of another network: a real HTTP server on loopback with a DID document and one list. */
final class OtherNetworkServer implements AutoCloseable {
    static final Entry ATELIER = new Entry(
            "did:web:ailleurs.example:issuers:atelier",
            "Atelier du Canal",
            "12345678901234",
            SignedTrustList.State.ACTIVE,
            LocalDate.of(2026, 3, 1));

    private final Crypto crypto = Crypto.best();
    private final PublicKeys keys = new PublicKeys(crypto);
    private final KeyPair pair = crypto.generate(KeyType.ED25519, new SecureRandom());
    private final KeyPair stranger = crypto.generate(KeyType.ED25519, new SecureRandom());
    private final HttpServer server;
    private final AtomicReference<byte[]> list = new AtomicReference<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final String did;
    final String address;

    OtherNetworkServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int port = server.getAddress().getPort();
        did = "did:web:localhost%3A" + port;
        address = "http://localhost:" + port + "/trust/list.jwt";
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] body = path.equals("/.well-known/did.json") ? document() : list.get();
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    private byte[] document() {
        String multikey = keys.toMultikey(keys.of(pair.getPublic()));
        return """
                {"id": "DID", "verificationMethod": [{"id": "DID#key", "type": "Multikey", "controller": "DID",
                 "publicKeyMultibase": "KEY"}], "assertionMethod": ["DID#key"]}
                """.replace("DID", did).replace("KEY", multikey).getBytes(StandardCharsets.UTF_8);
    }

    /** The fingerprint that a person would read out on the telephone. */
    Fingerprint fingerprint() {
        return Fingerprint.of(keys.of(pair.getPublic()));
    }

    /** Serves this list, correctly signed. */
    void publish(Instant issued, Duration life, long sequence, Entry... entries) {
        serve(signed(new SignedTrustList(did, issued, issued.plus(life), sequence, List.of(entries)), pair));
    }

    void publishSignedByAnotherKey(Instant issued, long sequence) {
        serve(signed(new SignedTrustList(did, issued, issued.plusSeconds(3600), sequence, List.of(ATELIER)), stranger));
    }

    void publishInAnotherName(Instant issued, long sequence) {
        String other = "did:web:autre.example";
        serve(signed(new SignedTrustList(other, issued, issued.plusSeconds(3600), sequence, List.of(ATELIER)), pair));
    }

    /** A list with other claims, correctly signed, which the writer would refuse to write. */
    void publishChanged(Instant issued, long sequence, UnaryOperator<String> claims, Entry... entries) {
        SignedTrustList good = new SignedTrustList(did, issued, issued.plusSeconds(3600), sequence, List.of(entries));
        String[] parts = signed(good, pair).split("\\.", -1);
        String changed = claims.apply(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        String input = parts[0] + "." + encoded(changed.getBytes(StandardCharsets.UTF_8));
        byte[] signature = crypto.signer(AllowedAlgorithms.ED25519, pair.getPrivate())
                .sign(input.getBytes(StandardCharsets.US_ASCII));
        serve(input + "." + encoded(signature));
    }

    /** The served list with one letter of one name changed. */
    void tamper() {
        String[] parts = new String(list.get(), StandardCharsets.US_ASCII).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        serve(parts[0] + "." + encoded(claims.replace("Atelier", "Atelien").getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2]);
    }

    private String signed(SignedTrustList good, KeyPair key) {
        return TrustListWriter.sign(
                good, "EdDSA", good.issuer() + "#key", crypto.signer(AllowedAlgorithms.ED25519, key.getPrivate()));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    void serve(String body) {
        list.set(body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
