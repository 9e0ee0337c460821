package fr.badgesiae.verifier.ob2.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.codec.HttpsAddress;
import fr.badgesiae.verifier.codec.WebAddresses;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.keys.IssuerDocuments.Answer;
import fr.badgesiae.verifier.keys.IssuerDocuments.Found;
import fr.badgesiae.verifier.keys.IssuerDocuments.NoDocument;
import fr.badgesiae.verifier.keys.IssuerDocuments.Unreachable;
import fr.badgesiae.verifier.ob2.form.NormalForm;
import fr.badgesiae.verifier.ob2.form.Upgrade;
import fr.badgesiae.verifier.ob2.graph.Published.Standing;
import fr.badgesiae.verifier.read.AssertionDetector;
import fr.badgesiae.verifier.read.ParsedCredential;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one badge at their addresses. A document that declares another address of the same host is read there,
 * where it must declare that address itself: on a shared host, one path proves nothing of another.
 */
final class PublishedDocuments {
    private final IssuerDocuments documents;
    private final boolean version1;
    private final Map<String, Optional<Published>> known = new HashMap<>();

    /** @param version1 whether documents without a context are of 1.x */
    PublishedDocuments(IssuerDocuments documents, boolean version1) {
        this.documents = documents;
        this.version1 = version1;
    }

    /** The document at an address, or empty. */
    Optional<Published> at(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        Optional<Published> before = known.get(address);
        if (before == null) {
            before = ask(address) instanceof Found found ? Optional.of(published(address, found)) : Optional.empty();
            known.put(address, before);
        }
        return before;
    }

    private Published published(String address, Found found) {
        Published here = published(address, found, Standing.ITSELF);
        String id = here.id();
        if (id.equals(address)) {
            boolean secured = !HttpsAddress.spelled(address).equals(address);
            return secured ? published(address, found, Standing.OTHER_SPELLING) : here;
        }
        if (WebAddresses.sameResource(id, address)) {
            return published(address, found, Standing.OTHER_SPELLING);
        }
        if (!WebAddresses.sameOrigin(id, address)) {
            return published(address, found, Standing.OTHER_ID);
        }
        if (ask(id) instanceof Found there
                && WebAddresses.sameResource(
                        id, published(id, there, Standing.ITSELF).id())) {
            return new Published(address, id, Standing.MOVED, there.json(), normal(there.json(), id), there);
        }
        return published(address, found, Standing.UNCONFIRMED);
    }

    private Published published(String address, Found found, Standing standing) {
        ObjectNode document = normal(found.json(), address);
        return new Published(address, document.path("id").asText(address), standing, found.json(), document, found);
    }

    /** In normal form; upgraded when the document is of 1.x, or says nothing of its version and the badge is. */
    ObjectNode normal(ObjectNode raw, String address) {
        ObjectNode normal = NormalForm.of(raw);
        boolean stated =
                ParsedCredential.strings(raw.path("@context")).stream().anyMatch(AssertionDetector::isContext1);
        boolean older = AssertionDetector.isAssertion(raw) ? AssertionDetector.isVersion1(raw) : version1;
        return stated || older ? Upgrade.document(normal, address) : normal;
    }

    /** Whether two ids name one resource, by their spelling or by what is published there. */
    boolean same(@Nullable String one, @Nullable String other) {
        return WebAddresses.sameResource(one, other)
                || (WebAddresses.sameOrigin(one, other) && WebAddresses.sameResource(idAt(one), idAt(other)));
    }

    /** The confirmed id of the document at an address, else the address. */
    @Nullable
    String idAt(@Nullable String address) {
        return at(address).filter(Published::isConfirmed).map(Published::id).orElse(address);
    }

    /** The answer at a URL; anything but a web address has none, nor has a redirect to another origin. */
    Answer ask(@Nullable String address) {
        Answer answer = WebAddresses.web(address).map(documents::get).orElseGet(() -> new NoDocument("NOT_AN_ADDRESS"));
        return answer instanceof Found found
                        && !WebAddresses.sameOrigin(address, found.finalUri().toString())
                ? new NoDocument("REDIRECT_LEAVES_ORIGIN")
                : answer;
    }

    /** The reason why there is no document, or an empty text. */
    String missing(@Nullable String address) {
        Answer answer = ask(address);
        if (answer instanceof Unreachable unreachable) {
            return unreachable.failure().name();
        }
        return answer instanceof NoDocument none ? none.why() : "";
    }

    /** The body of a 410 response at a URL, when it has the same id. */
    Optional<ObjectNode> goneBody(String address) {
        return ask(address) instanceof NoDocument none
                ? none.goneBody()
                        .filter(said -> WebAddresses.sameResource(
                                address, NormalForm.of(said).path("id").asText(address)))
                : Optional.empty();
    }
}
