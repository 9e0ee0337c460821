package fr.badgesiae.bench.shortcut;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.bench.Badge;
import fr.badgesiae.bench.SignedBadges;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.Expansion;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.proof.JwsSigner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** One measuring JVM, started by {@link InterleavedBench}. Writes a line for each pair: name, tab, numbers. */
public final class Fork {
    static final String FLOORS = "FLOORS";
    static final String VC_JWT = "verify VC-JWT";
    static final String RDFC = "verify eddsa-rdfc-2022";
    private static final int BADGES = 500;
    private static final Map<String, String> SAMPLES = samples();

    private Fork() {}

    /** @param arguments what to measure; the number of the fork, of which every other loads the two sides in reverse order */
    public static void main(String[] arguments) throws Exception {
        boolean reversed = Integer.parseInt(arguments[1]) % 2 == 1;
        List<Interleaving.Pair> pairs =
                arguments[0].equals(FLOORS) ? floors() : shortcut(Shortcut.valueOf(arguments[0]), reversed);
        Interleaving.warmUp(pairs);
        for (Interleaving.Pair pair : pairs) {
            System.out.println(pair.name() + "\t" + Interleaving.of(pair).written());
        }
    }

    private static Map<String, String> samples() {
        Map<String, String> samples = new LinkedHashMap<>();
        samples.put("VC-JWT RS256, JWKS, sample", "valid-jwt-rs256.jwt");
        samples.put("eddsa-rdfc-2022, did:web, status list, sample", "valid-did-web.json");
        samples.put("eddsa-jcs-2022, sample", "valid-eddsa-jcs-2022.json");
        return samples;
    }

    private static List<Interleaving.Pair> shortcut(Shortcut shortcut, boolean reversed) throws Exception {
        SignedBadges badges = new SignedBadges();
        String embedded = badges.embedded(badges.unsignedEmbedded()).toString();
        Map<String, String> ours = new LinkedHashMap<>();
        ours.put("VC-JWT ES256, ours", badges.jwt(JwsSigner.claimsOf(badges.unsignedJwt())));
        ours.put("eddsa-rdfc-2022, ours", embedded);
        List<String> sides = new ArrayList<>(List.of("", shortcut.replaced()));
        if (reversed) {
            Collections.reverse(sides);
        }
        List<Map<String, Callable<Object>>> operations = new ArrayList<>();
        for (String replaced : sides) {
            Class<?> loaded = new VariantLoader(replaced).loadClass(Operations.class.getName());
            Map<String, Callable<Object>> side = verifications(loaded, ours);
            side.put(shortcut.component(), components(loaded, embedded).get(shortcut.component()));
            operations.add(side);
        }
        Map<String, Callable<Object>> with = operations.get(reversed ? 1 : 0);
        Map<String, Callable<Object>> without = operations.get(reversed ? 0 : 1);
        return with.keySet().stream()
                .map(name -> new Interleaving.Pair(name, with.get(name), without.get(name)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Callable<Object>> verifications(Class<?> operations, Map<String, String> ours)
            throws ReflectiveOperationException {
        return (Map<String, Callable<Object>>) operations
                .getMethod("verifications", Map.class, Instant.class, Map.class)
                .invoke(null, ours, SignedBadges.AT, SAMPLES);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Callable<Object>> components(Class<?> operations, String embedded)
            throws ReflectiveOperationException {
        return (Map<String, Callable<Object>>)
                operations.getMethod("components", String.class).invoke(null, embedded);
    }

    /** Different badges in turn, each beside its raw signature and, for a proof, its canonical form. */
    private static List<Interleaving.Pair> floors() throws Exception {
        SignedBadges badges = new SignedBadges();
        BadgeVerifier verifier = new BadgeVerifier();
        VerificationPolicy policy = VerificationPolicy.at(SignedBadges.AT, Fetcher.offline());
        JsonLd jsonLd = new JsonLd(new BundledContexts());
        List<Submission> tokens = new ArrayList<>();
        List<SignedBadges.Token> raw = new ArrayList<>();
        List<Submission> embedded = new ArrayList<>();
        List<Expansion.Safe> expanded = new ArrayList<>();
        for (int i = 0; i < BADGES; i++) {
            String compact = badges.jwt(JwsSigner.claimsOf(Badge.numbered(badges.unsignedJwt(), i)));
            tokens.add(Submission.of(compact));
            raw.add(SignedBadges.Token.of(compact));
            ObjectNode unsigned = Badge.numbered(badges.unsignedEmbedded(), i);
            embedded.add(Submission.of(badges.embedded(unsigned).toString()));
            expanded.add(badges.expanded(unsigned));
        }
        Turn turn = new Turn();
        return List.of(
                new Interleaving.Pair(
                        VC_JWT,
                        () -> verifier.verify(tokens.get(turn.next()), policy),
                        () -> badges.rawEs256Verify(raw.get(turn.next()))),
                new Interleaving.Pair(
                        RDFC,
                        () -> verifier.verify(embedded.get(turn.next()), policy),
                        () -> List.of(
                                badges.rawEd25519Verify(),
                                jsonLd.canonicalize(expanded.get(turn.next()), HashAlgorithm.SHA_256))));
    }

    private static final class Turn {
        private int next;

        int next() {
            next = (next + 1) % BADGES;
            return next;
        }
    }
}
