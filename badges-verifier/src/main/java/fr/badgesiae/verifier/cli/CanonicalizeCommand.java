package fr.badgesiae.verifier.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.codec.CanonicalJson;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.CanonicalForm;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a Data Integrity proof hashes: the canonical form of a document, or of its proof's options. */
@Command(name = "canonicalize")
final class CanonicalizeCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Messages words;

    @Parameters(arity = "1", paramLabel = "FILE|-")
    private String input;

    @Option(names = "--jcs")
    private boolean jcs;

    @Option(names = "--proof")
    private boolean proof;

    @Option(names = "--proof-number", paramLabel = "NUMBER")
    private int number;

    @Option(names = "--sha384")
    private boolean sha384;

    CanonicalizeCommand(Terminal terminal, Messages words) {
        this.terminal = terminal;
        this.words = words;
    }

    @Override
    public Integer call() throws InputException {
        ObjectNode document = part(read());
        if (jcs) {
            return print(CanonicalJson.of(document));
        }
        JsonLd jsonLd = new JsonLd(new BundledContexts());
        Expansion expansion = jsonLd.expand(document);
        if (expansion instanceof Expansion.Refused refused) {
            terminal.err().println(words.say("canonicalize.unsafe", refused.problem(), refused.detail()));
            return Main.BAD;
        }
        HashAlgorithm hash = sha384 ? HashAlgorithm.SHA_384 : HashAlgorithm.SHA_256;
        return print(
                jsonLd.canonicalize((Expansion.Safe) expansion, hash) instanceof CanonicalForm.Canonical canonical
                        ? Optional.of(canonical.nquads())
                        : Optional.empty());
    }

    private int print(Optional<String> canonical) {
        if (canonical.isEmpty()) {
            terminal.err().println(words.say("canonicalize.too-much-work"));
            return Main.UNDECIDED;
        }
        terminal.out().print(canonical.get()); // byte for byte what is hashed: no line end of ours
        return Main.OK;
    }

    private ObjectNode read() throws InputException {
        try {
            return JsonReader.object(Inputs.bytes(input, terminal.in()));
        } catch (UnreadableException e) {
            throw new InputException("input.not-json", input);
        }
    }

    /** The document without its proof; or a proof without its value, in the document's context. */
    private ObjectNode part(ObjectNode document) throws InputException {
        if (!proof) {
            return document.without("proof");
        }
        JsonNode proofs = document.path("proof");
        JsonNode chosen = proofs.isObject() && number == 0 ? proofs : proofs.path(number);
        if (!(chosen instanceof ObjectNode object)) {
            throw new InputException("input.no-proof", input);
        }
        ObjectNode options = object.deepCopy().without("proofValue");
        if (document.has("@context") && !(jcs && object.has("@context"))) {
            options.set("@context", document.get("@context"));
        }
        return options;
    }
}
