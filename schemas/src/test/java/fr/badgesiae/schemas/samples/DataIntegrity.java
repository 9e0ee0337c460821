package fr.badgesiae.schemas.samples;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.schemas.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Signs with eddsa-rdfc-2022 (VC Data Integrity EdDSA Cryptosuites 1.0, section 3.2). */
final class DataIntegrity {
    private DataIntegrity() {}

    /** The credential with a proof of the key at the end. */
    static ObjectNode sign(ObjectNode unsigned, EdKey key, String verificationMethod, String created) {
        return sign(unsigned, key, options(verificationMethod, created));
    }

    static ObjectNode options(String verificationMethod, String created) {
        ObjectNode options = Json.object("{}");
        options.put("type", "DataIntegrityProof");
        options.put("cryptosuite", "eddsa-rdfc-2022");
        options.put("created", created);
        options.put("verificationMethod", verificationMethod);
        options.put("proofPurpose", "assertionMethod");
        return options;
    }

    static ObjectNode sign(ObjectNode unsigned, EdKey key, ObjectNode options) {
        ObjectNode config = options.deepCopy();
        config.set("@context", unsigned.get("@context"));
        byte[] hashes = Arrays.copyOf(hash(canonical(config)), 64);
        System.arraycopy(hash(canonical(unsigned)), 0, hashes, 32, 32);
        ObjectNode signed = unsigned.deepCopy();
        signed.set("proof", options.deepCopy().put("proofValue", Encodings.multibase58(key.sign(hashes))));
        return signed;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The canonical N-Quads of a document (RDFC-1.0). */
    static String canonical(ObjectNode document) {
        return canonical(document, "SHA-256");
    }

    /** The same with another hash in the algorithm. */
    static String canonical(ObjectNode document, String hash) {
        try {
            RdfCanon canon = RdfCanon.create(hash);
            JsonLd.toRdf(JsonDocument.of(new StringReader(document.toString())))
                    .loader(DataIntegrity::load)
                    .provide(canon);
            StringWriter lines = new StringWriter();
            canon.provide(new NQuadsWriter(lines));
            return lines.toString().lines().sorted().collect(Collectors.joining("\n", "", "\n"));
        } catch (JsonLdError | RdfConsumerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document load(URI url, DocumentLoaderOptions ignored) throws JsonLdError {
        byte[] bytes = Catalogue.bundled()
                .context(url.toString())
                .orElseThrow(() -> new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, url.toString()))
                .bytes();
        return JsonDocument.of(new ByteArrayInputStream(bytes));
    }
}
