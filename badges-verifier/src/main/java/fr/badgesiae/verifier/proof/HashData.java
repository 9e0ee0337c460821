package fr.badgesiae.verifier.proof;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import java.util.HexFormat;
import java.util.List;

/**
 * The signed data of every suite but the selective one: the hash of the proof options, then the hash of the document.
 *
 * @param data both hashes
 * @param findings canonical forms and hashes
 */
@SuppressWarnings("ArrayRecordComponent") // passed to a signature check, never compared
record HashData(byte[] data, List<Finding> findings) {
    /**
     * @param clause the clause of the suite; its third part is the transformation, the fourth hashing, the fifth proof
     *     options
     */
    static HashData of(HashAlgorithm hash, String options, String document, String clause) {
        byte[] optionsHash = hash.hash(options);
        byte[] documentHash = hash.hash(document);
        byte[] data = new byte[optionsHash.length + documentHash.length];
        System.arraycopy(optionsHash, 0, data, 0, optionsHash.length);
        System.arraycopy(documentHash, 0, data, optionsHash.length, documentHash.length);
        return new HashData(
                data,
                List.of(
                        new Finding("proof.canonicalProofOptions", options, clause + ".5"),
                        new Finding("proof.canonicalDocument", document, clause + ".3"),
                        new Finding("proof.optionsHash", HexFormat.of().formatHex(optionsHash), clause + ".4"),
                        new Finding("proof.documentHash", HexFormat.of().formatHex(documentHash), clause + ".4")));
    }
}
