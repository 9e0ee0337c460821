package fr.badgesiae.verifier.fuzz;

import fr.badgesiae.verifier.bake.BakeTargets;
import fr.badgesiae.verifier.cli.FileTargets;
import fr.badgesiae.verifier.codec.CodecTargets;
import fr.badgesiae.verifier.http.HttpTargets;
import fr.badgesiae.verifier.jsonld.JsonLdTargets;
import fr.badgesiae.verifier.keys.KeyTargets;
import fr.badgesiae.verifier.ob2.AssertionTargets;
import fr.badgesiae.verifier.proof.ProofTargets;
import fr.badgesiae.verifier.read.ReadTargets;
import fr.badgesiae.verifier.recipient.RecipientTargets;
import fr.badgesiae.verifier.scan.ScanTargets;
import fr.badgesiae.verifier.schema.SchemaTargets;
import fr.badgesiae.verifier.status.StatusTargets;
import fr.badgesiae.verifier.trust.TrustTargets;
import java.util.List;
import java.util.stream.Stream;

/** Every parser of untrusted bytes, each listed in its own package. */
final class FuzzTargets {
    private FuzzTargets() {}

    static List<FuzzTarget> all() {
        return Stream.of(
                        ReadTargets.all(),
                        BakeTargets.all(),
                        ScanTargets.all(),
                        CodecTargets.all(),
                        KeyTargets.all(),
                        ProofTargets.all(),
                        JsonLdTargets.all(),
                        StatusTargets.all(),
                        SchemaTargets.all(),
                        AssertionTargets.all(),
                        RecipientTargets.all(),
                        TrustTargets.all(),
                        HttpTargets.all(),
                        FileTargets.all(),
                        ServedTargets.all())
                .flatMap(List::stream)
                .toList();
    }
}
