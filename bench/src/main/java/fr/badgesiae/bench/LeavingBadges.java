package fr.badgesiae.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.VerificationPolicy;
import fr.badgesiae.verifier.proof.JwsSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Measures how badges leave the house: copies for wallets, papers, pictures; one client over HTTP. */
final class LeavingBadges {
    private static final int COPIES_OF_A_BADGE = 5;
    private static final int PAPERS = 30;
    private static final int PICTURES = 100;
    private static final int ATTESTATIONS = 10;

    private LeavingBadges() {}

    /** A badge in the space of its holder, who is signed in. */
    record Held(Forms holder, String path) {}

    /**
     * @param held badges with room for five copies each
     * @param share path of a link to the first of them
     */
    static void measure(List<Held> held, String share) throws Exception {
        Forms holder = held.get(0).holder();
        XRLog.setLoggingEnabled(false);
        Times.head();
        copies(held);
        papers(holder, share);
        pictures(holder, share);
    }

    private static void copies(List<Held> held) throws Exception {
        double[] took = new double[held.size() * COPIES_OF_A_BADGE];
        for (int i = 0; i < took.length; i++) {
            Held one = held.get(i / COPIES_OF_A_BADGE);
            took[i] = new WalletCopies(one.holder().origin()).take(one.holder(), one.path());
        }
        new Times(took)
                .row("copy of a badge for a wallet, issued", "both forms signed and verified, in memory", signed());
    }

    private static Times signed() throws Exception {
        SignedBadges badges = new SignedBadges();
        BadgeVerifier verifier = new BadgeVerifier();
        VerificationPolicy policy = VerificationPolicy.at(SignedBadges.AT, Fetcher.offline());
        ObjectNode embedded = badges.unsignedEmbedded();
        ObjectNode claims = JwsSigner.claimsOf(badges.unsignedJwt());
        return Times.of(
                200,
                200,
                () -> List.of(
                        verifier.verify(Submission.of(badges.embedded(embedded).toString()), policy),
                        verifier.verify(Submission.of(badges.jwt(claims)), policy)));
    }

    private static void papers(Forms client, String share) throws Exception {
        Times page = Times.of(5, PAPERS, LeavingBadges::emptyPage);
        for (String paper : List.of("badge.pdf", "card.pdf", "strip.pdf")) {
            Times.of(2, PAPERS, () -> client.get(share + "/" + paper))
                    .row(paper + " of one badge", "an empty page by the same library, in memory", page);
        }
    }

    /** @param badges how many the person has */
    static void attestation(Forms desk, String person, int badges) throws Exception {
        String path = "/app/workers/" + person + "/attestation";
        double[] took = new double[ATTESTATIONS];
        for (int i = 0; i < took.length; i++) {
            desk.get(path);
            long start = System.nanoTime();
            desk.post(path, Map.of());
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        new Times(took)
                .row(
                        "attestation.pdf of " + badges + " badges, each attached",
                        "an empty page by the same library, in memory",
                        Times.of(5, PAPERS, LeavingBadges::emptyPage));
    }

    private static int emptyPage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .withHtmlContent("<html><body></body></html>", null)
                .toStream(out)
                .run();
        return out.size();
    }

    private static void pictures(Forms client, String share) throws Exception {
        String badge = client.get(share + "/badge.json").text();
        URI picture = URI.create(new JsonMapper()
                .readTree(badge)
                .at("/credentialSubject/achievement/image/id")
                .asText());
        Times plain = Times.of(10, PICTURES, () -> client.get(picture.getPath()));
        Times.of(10, PICTURES, () -> client.get(share + "/badge.png"))
                .row("badge baked into its PNG", "the picture without a badge", plain);
        Times.of(10, PICTURES, () -> client.get(share + "/picture"))
                .row("badge baked into its drawing", "the picture without a badge", plain);
    }
}
