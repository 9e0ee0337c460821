package fr.badgesiae.verifier.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.keys.KeyResolver;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a DID document: fetched for did:web, generated for did:key and did:jwk. */
@Command(name = "did")
final class DidCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Messages words;

    @Parameters(index = "0", paramLabel = "resolve")
    private String act;

    @Parameters(index = "1", paramLabel = "DID")
    private String did;

    @Mixin
    private final PolicyOptions options = new PolicyOptions();

    DidCommand(Terminal terminal, Messages words) {
        this.terminal = terminal;
        this.words = words;
    }

    @Override
    public Integer call() throws InputException {
        if (!act.equals("resolve")) {
            throw new InputException("usage.command", "did " + act);
        }
        String plain = did.split("#", 2)[0];
        PublicKeys keys = new PublicKeys(Crypto.best());
        if (plain.startsWith("did:key:")) {
            String multikey = plain.substring("did:key:".length());
            return print(keys.fromMultikey(multikey).map(key -> ofKey(plain, multikey)));
        }
        if (plain.startsWith("did:jwk:")) {
            return print(jwk(plain.substring("did:jwk:".length()))
                    .filter(jwk -> keys.fromJwk(jwk).isPresent())
                    .map(jwk -> ofJwk(plain, jwk)));
        }
        return options.run(terminal.clock().instant(), terminal.clock(), policy -> {
            IssuerDocuments documents = new IssuerDocuments(PolicyOptions.fetcher(policy));
            KeyResolver resolver = new KeyResolver(keys, documents, options.loopback());
            Optional<URI> address = plain.startsWith("did:") ? resolver.documentAddress(plain) : Optional.empty();
            return address.isEmpty() ? print(Optional.empty()) : fetched(plain, documents.get(address.get()));
        });
    }

    private int fetched(String plain, IssuerDocuments.Answer answer) {
        if (answer instanceof IssuerDocuments.Unreachable unreachable) {
            terminal.err().println(words.say("did.unreachable", plain, unreachable.failure()));
            return Main.UNDECIDED;
        }
        if (answer instanceof IssuerDocuments.NoDocument none) {
            terminal.err().println(words.say("did.no-document", plain, none.why()));
            return Main.BAD;
        }
        ObjectNode document = ((IssuerDocuments.Found) answer).json();
        if (!plain.equals(document.path("id").asText())) {
            terminal.err()
                    .println(
                            words.say("did.other-id", plain, document.path("id").asText()));
            return Main.BAD;
        }
        return print(Optional.of(document));
    }

    private int print(Optional<ObjectNode> document) {
        if (document.isEmpty()) {
            terminal.err().println(words.say("did.unknown", did));
            return Main.BAD;
        }
        terminal.out().println(document.get().toPrettyString());
        return Main.OK;
    }

    private static ObjectNode ofKey(String did, String multikey) {
        ObjectNode document = document(did, "https://w3id.org/security/multikey/v1");
        method(document, did + "#" + multikey, did, "Multikey").put("publicKeyMultibase", multikey);
        return document;
    }

    private static ObjectNode ofJwk(String did, ObjectNode jwk) {
        ObjectNode document = document(did, "https://w3id.org/security/jwk/v1");
        method(document, did + "#0", did, "JsonWebKey").set("publicKeyJwk", jwk);
        return document;
    }

    private static ObjectNode document(String did, String context) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context").add("https://www.w3.org/ns/did/v1").add(context);
        return document.put("id", did);
    }

    private static ObjectNode method(ObjectNode document, String id, String did, String type) {
        ObjectNode method = document.putArray("verificationMethod").addObject();
        document.putArray("authentication").add(id);
        document.putArray("assertionMethod").add(id);
        return method.put("id", id).put("type", type).put("controller", did);
    }

    private static Optional<ObjectNode> jwk(String encoded) {
        try {
            return Optional.of(JsonReader.object(Base64.getUrlDecoder().decode(encoded)));
        } catch (IllegalArgumentException | UnreadableException e) {
            return Optional.empty();
        }
    }
}
