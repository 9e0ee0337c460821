package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.keys.Signer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Adds an {@code eddsa-rdfc-2022} proof to a document (vc-di-eddsa 3.2.1). Thread-safe. */
public final class DataIntegritySigner {
    private final JsonLd jsonLd;
    private final RdfHashing rdf;

    public DataIntegritySigner(JsonLd jsonLd) {
        this.jsonLd = jsonLd;
        this.rdf = new RdfHashing(jsonLd);
    }

    /**
     * Signs a copy.
     *
     * @param unsigned the document with its contexts and without proof; not changed
     * @param verificationMethod the key's URL, under assertionMethod of the issuer's document
     * @param created written in whole seconds
     * @param signer raw Ed25519
     * @return the document with its proof
     * @throws UnsafeToSignException when the signature would not cover the whole document
     */
    public ObjectNode sign(ObjectNode unsigned, String verificationMethod, Instant created, Signer signer) {
        if (unsigned.has("proof")) {
            throw new IllegalArgumentException("already has a proof");
        }
        ObjectNode signed = unsigned.deepCopy();
        ObjectNode proof = signed.putObject("proof")
                .put("type", "DataIntegrityProof")
                .put("cryptosuite", EddsaRdfc2022.NAME)
                .put("created", created.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("verificationMethod", verificationMethod)
                .put("proofPurpose", "assertionMethod");
        ObjectNode options = RdfHashing.options(proof, unsigned.path("@context"));
        RdfHashing.Hashed hashed =
                rdf.hash(jsonLd.expand(unsigned), options, HashAlgorithm.SHA_256, EddsaRdfc2022.CLAUSE);
        if (hashed instanceof RdfHashing.NotHashed not) {
            throw new UnsafeToSignException(not.problem(), not.detail());
        }
        byte[] signature = signer.sign(((RdfHashing.Done) hashed).hash().data());
        proof.put("proofValue", "z" + Base58.encode(signature));
        return signed;
    }
}
