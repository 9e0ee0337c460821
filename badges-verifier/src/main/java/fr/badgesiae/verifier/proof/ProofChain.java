package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Dependencies between the proofs of a document, by {@code previousProof} (vc-data-integrity 2.1.2, 4.5). */
final class ProofChain {
    private final List<ObjectNode> proofs;
    /** For each proof the indexes of those it builds on; empty when one is missing or has a duplicate id. */
    private final List<Optional<List<Integer>>> before = new ArrayList<>();

    ProofChain(List<ObjectNode> proofs) {
        this.proofs = proofs;
        for (ObjectNode proof : proofs) {
            before.add(placesOf(proof.path("previousProof")));
        }
    }

    private Optional<List<Integer>> placesOf(JsonNode previous) {
        List<Integer> places = new ArrayList<>();
        if (previous.isMissingNode()) {
            return Optional.of(places);
        }
        for (JsonNode id : previous.isArray() ? previous : List.of(previous)) {
            List<Integer> matching = new ArrayList<>();
            for (int i = 0; i < proofs.size(); i++) {
                if (id.isTextual() && id.equals(proofs.get(i).path("id"))) {
                    matching.add(i);
                }
            }
            if (matching.size() != 1) {
                return Optional.empty();
            }
            places.addAll(matching);
        }
        return Optional.of(places);
    }

    /** The defect of the chain that ends in a proof, if any. */
    Optional<ReasonCode> problemOf(int proof) {
        Set<Integer> all = new TreeSet<>();
        if (!collect(proof, all)) {
            return Optional.of(ReasonCode.PROOF_PREVIOUS_NOT_FOUND);
        }
        return all.contains(proof) ? Optional.of(ReasonCode.PROOF_PREVIOUS_LOOPS) : Optional.empty();
    }

    /** Collects the proofs that a proof builds on, directly or not; false when one is missing. */
    private boolean collect(int proof, Set<Integer> all) {
        Optional<List<Integer>> places = before.get(proof);
        if (places.isEmpty()) {
            return false;
        }
        for (int place : places.get()) {
            if (all.add(place) && !collect(place, all)) {
                return false;
            }
        }
        return true;
    }

    /** The proofs that one signs together with the document, in document order. Defined for sound chains only. */
    List<ObjectNode> before(int proof) {
        return new TreeSet<>(before.get(proof).orElseThrow())
                .stream().map(proofs::get).toList();
    }

    /**
     * A proof passes only if those it builds on do. A proof by another party's key is not verified here; it is covered by
     * the signature that builds on it.
     */
    List<ProofResult> settle(List<ProofResult> results) {
        List<ProofResult> settled = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Set<Integer> all = new TreeSet<>();
            boolean broken = collect(i, all) && all.stream().map(results::get).anyMatch(ProofChain::breaks);
            ProofResult own = results.get(i);
            settled.add(
                    broken && own.proven()
                            ? ProofResult.failed(ReasonCode.PROOF_PREVIOUS_FAILED, own.findings())
                            : own);
        }
        return settled;
    }

    private static boolean breaks(ProofResult result) {
        return result.outcome() == Outcome.FAILED && !ReasonCode.PROOF_KEY_NOT_LISTED_BY_ISSUER.is(result.reason());
    }
}
