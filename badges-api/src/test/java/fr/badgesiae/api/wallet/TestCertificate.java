package fr.badgesiae.api.wallet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A throw-away certificate of a host that this machine plays.
 *
 * @param host its name
 * @param store PKCS #12, with the key and the certificate
 * @param hosts a file by which a JVM finds the host on this machine
 */
public record TestCertificate(String host, Path store, Path hosts) {
    public static final String PASSWORD = "a throw-away one";

    public static TestCertificate of(String host) {
        try {
            Path folder = Files.createTempDirectory("certificate");
            Path store = folder.resolve("store.p12");
            Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 " + host + "\n");
            PeerProcess.Ran ran = PeerProcess.run(
                    folder,
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "host",
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-dname",
                            "CN=" + host,
                            "-ext",
                            "SAN=dns:" + host,
                            "-validity",
                            "2",
                            "-keystore",
                            store.toString(),
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD));
            if (ran.code() != 0) {
                throw new IllegalStateException(ran.output() + ran.errors());
            }
            return new TestCertificate(host, store, hosts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
