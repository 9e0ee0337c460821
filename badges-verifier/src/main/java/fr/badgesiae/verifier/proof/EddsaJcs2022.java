package fr.badgesiae.verifier.proof;

import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import java.util.Optional;

/** The cryptosuite {@code eddsa-jcs-2022} (vc-di-eddsa 3.3). */
public final class EddsaJcs2022 implements Cryptosuite {
    public static final String NAME = "eddsa-jcs-2022";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Statement statement(Signed signed) {
        Optional<byte[]> signature = ProofValue.base58(signed.proof()).filter(ProofValue::isEd25519);
        return signature.isEmpty()
                ? ProofValue.malformed()
                : JcsHashing.statement(signed, AllowedAlgorithms.ED25519, signature.get(), "vc-di-eddsa 3.3");
    }
}
