package fr.badgesiae.verifier.jsonld;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTicker;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.CanonicalForm.Canonical;
import fr.badgesiae.verifier.jsonld.CanonicalForm.TooMuchWork;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * RDF Dataset Canonicalization (RDFC-1.0). Blank nodes with distinct first-degree hashes are labelled here. Others are left
 * to the library, under a bound that counts steps, so that results are reproducible.
 */
final class Canonicalizer {
    private final int maxSteps;

    Canonicalizer(int maxSteps) {
        this.maxSteps = maxSteps;
    }

    CanonicalForm canonicalize(List<Quad> quads, HashAlgorithm hash, UnaryOperator<String> labels) {
        Optional<Map<String, String>> names = FirstDegreeCanonicalizer.names(quads, hash);
        if (names.isEmpty()) {
            return byLibrary(quads, hash, labels);
        }
        NQuadLines lines = new NQuadLines(blank -> labels.apply(names.get().get(blank)));
        quads.forEach(lines::add);
        return new Canonical(lines.sorted());
    }

    /** The full algorithm, for any dataset. */
    CanonicalForm byLibrary(List<Quad> quads, HashAlgorithm hash, UnaryOperator<String> labels) {
        RdfCanon canon = RdfCanon.create(hash.digest(), new Steps(maxSteps));
        NQuadLines lines = new NQuadLines(name -> labels.apply(name.substring(2)));
        try {
            // A dataset is a set; the library counts a duplicate quad with a blank node twice.
            for (Quad quad : new LinkedHashSet<>(quads)) {
                canon.quad(
                        quad.subject(),
                        quad.predicate(),
                        quad.object(),
                        quad.datatype(),
                        quad.language(),
                        null,
                        quad.graph());
            }
            canon.provide(lines);
        } catch (OutOfSteps e) {
            return new TooMuchWork();
        } catch (RdfConsumerException e) {
            throw new IllegalStateException("our own consumer does not fail", e);
        }
        return new Canonical(lines.sorted());
    }

    private static final class Steps implements RdfCanonTicker {
        private int left;

        Steps(int left) {
            this.left = left;
        }

        @Override
        public void tick() {
            if (left-- <= 0) {
                throw new OutOfSteps();
            }
        }
    }

    private static final class OutOfSteps extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        OutOfSteps() {
            super("bound on graph work reached");
        }
    }
}
