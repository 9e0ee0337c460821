package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.assertion.PublishBadge;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.credential.wallet.WalletKind;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.holder.portfolio.MakePortfolio;
import fr.badgesiae.api.offline.code.MakeCode;
import fr.badgesiae.api.platform.qr.QrPicture;
import fr.badgesiae.api.share.ShareBadge;
import fr.badgesiae.api.wallet.offer.OfferToWallet;
import fr.badgesiae.api.wallet.offer.TakeOffer;
import fr.badgesiae.api.wallet.offer.WalletOfferKind;
import fr.badgesiae.api.wallet.openid.OpenidWallet;
import fr.badgesiae.api.wallet.openid.proof.TestWallet;
import fr.badgesiae.verifier.bake.BakeLocation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Every form in which one badge leaves a running service. */
final class Artefacts {
    private static final String DIGITALBAZAAR = "`@digitalbazaar/vc`";
    private static final String HOSTED = "each document from its address";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Artefact> all = new ArrayList<>();
    private final List<Artefacts> others = new ArrayList<>();
    private final TestServer server;
    private final AcceptedBadges badges;
    private final AcceptedBadges.Accepted badge;
    private String code = "";

    private Artefacts(TestServer server) {
        this(server, new AcceptedBadges(server));
    }

    private Artefacts(TestServer server, AcceptedBadges badges) {
        this.server = server;
        this.badges = badges;
        badges.publicEmail();
        this.badge = badges.accept(NameChoice.FULL, true);
    }

    /** All of them. */
    static Artefacts of(TestServer server) throws Exception {
        Artefacts artefacts = new Artefacts(server);
        artefacts.shared(artefacts.link());
        artefacts.papers(artefacts.link());
        artefacts.published();
        artefacts.dotted();
        artefacts.wallets();
        artefacts.coded();
        return artefacts;
    }

    /** Those that are texts, and editions of the badge with less on them. */
    static Artefacts ofText(TestServer server) throws Exception {
        Artefacts artefacts = new Artefacts(server);
        artefacts.texts(artefacts.link());
        for (NameChoice name : NameChoice.values()) {
            artefacts.text(
                    "edition " + name,
                    name + ".json",
                    DIGITALBAZAAR,
                    artefacts.link(AcceptedBadges.choice(name, false)) + "/badge.json");
        }
        artefacts.publishedTexts(artefacts.publish());
        artefacts.wallets();
        return artefacts;
    }

    List<Artefact> all() {
        return all;
    }

    AcceptedBadges badges() {
        return badges;
    }

    /** The address in the code that is read without a network. */
    String code() {
        return code;
    }

    private byte[] get(String path, String accept) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.origin().resolve(path))
                .header("Accept", accept)
                .build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private byte[] get(String path) throws IOException, InterruptedException {
        return get(path, "*/*");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void text(String name, String file, String others, String genuine, String unread) {
        all.add(new Artefact(
                name, file, "text", others, bytes(genuine), bytes(ChangedLetter.text(genuine)), Artefact.ONE, unread));
    }

    private void text(String name, String file, String others, String path) throws Exception {
        text(name, file, others, new String(get(path), StandardCharsets.UTF_8), "");
    }

    private void picture(String name, String file, String others, String path, BakeLocation place) throws Exception {
        byte[] picture = get(path);
        String reader = file.substring(file.lastIndexOf('.') + 1);
        all.add(new Artefact(
                name,
                file,
                reader,
                (reader.equals("png") ? "`png-chunks-extract`" : "`@xmldom/xmldom`") + ", " + others,
                picture,
                ChangedLetter.picture(picture, place),
                Artefact.ONE,
                ""));
    }

    private void pdf(String name, String file, String path, Artefact.Expected expected) throws Exception {
        byte[] pdf = get(path);
        all.add(new Artefact(
                name,
                file,
                "pdf",
                "veraPDF, `pdfjs-dist`, " + DIGITALBAZAAR,
                pdf,
                ChangedLetter.pdf(pdf),
                expected,
                ""));
    }

    /** The path of a link to the badge. */
    private String link() {
        return link(null);
    }

    /** The path of a link to an edition of the badge; null for the badge as it was accepted. */
    private String link(@Nullable EditionChoice choice) {
        var made = (ShareBadge.Made) server.features()
                .share()
                .share()
                .apply(badge.holder(), new ShareBadge.Wish(badge.badge(), choice, "CV", 90));
        return path(made.link());
    }

    private String path(UUID link) {
        byte[] sealed = server.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT code_sealed FROM share_link WHERE id = ?", link)
                        .mapTo(byte[].class)
                        .one());
        return "/v/"
                + server.features()
                        .share()
                        .links()
                        .unseal(sealed, link, badge.holder())
                        .value();
    }

    /** The files behind a share link, and its address. */
    private void shared(String path) throws Exception {
        texts(path);
        picture("picture, SVG", "drawing.svg", DIGITALBAZAAR, path + "/picture", BakeLocation.OB3);
        picture("picture, PNG of the drawing", "drawing.png", DIGITALBAZAAR, path + "/badge.png", BakeLocation.OB3);
        addresses(path);
    }

    private void texts(String path) throws Exception {
        text("signed JSON", "badge.json", DIGITALBAZAAR, path + "/badge.json");
        text("VC-JWT", "badge.jwt", "`jose`", path + "/badge.jwt");
        text(
                "the address asked for `application/vc+jwt`",
                "negotiated.jwt",
                "`jose`",
                new String(get(path, "application/vc+jwt"), StandardCharsets.UTF_8),
                "");
    }

    private void addresses(String path) throws Exception {
        String address = server.origin() + path;
        String other = ChangedLetter.address(address);
        all.add(new Artefact(
                "address of a share link",
                "address.txt",
                "address",
                DIGITALBAZAAR,
                bytes(address),
                bytes(other),
                Artefact.ADDRESS,
                ""));
        all.add(new Artefact(
                "QR code of that address",
                "scan.png",
                "qr",
                "zbar, " + DIGITALBAZAAR,
                get(path + "/qr.png"),
                QrPicture.png(other, List.of()),
                Artefact.ADDRESS,
                ""));
    }

    private void papers(String path) throws Exception {
        pdf("sheet, PDF", "sheet.pdf", path + "/badge.pdf", Artefact.ONE);
        pdf("card, PDF", "card.pdf", path + "/card.pdf", Artefact.ONE);
        pdf("strip, PDF", "strip.pdf", path + "/strip.pdf", Artefact.ONE);
        AcceptedBadges.Accepted second = badges.accept(badge.person(), NameChoice.FULL, true);
        assertThat(second.holder()).isEqualTo(badge.holder());
        String read = AcceptedBadges.CHOICE.read();
        var wish = new MakePortfolio.Wish(
                List.of(new MakePortfolio.Chosen(badge.badge(), read), new MakePortfolio.Chosen(second.badge(), read)),
                NameChoice.FULL,
                true,
                null,
                "CV",
                90);
        var share = server.features().share();
        var made = (MakePortfolio.Made)
                new MakePortfolio(server.platform(), share.links(), share.editions()).apply(badge.holder(), wish);
        pdf("portfolio of two badges, PDF", "portfolio.pdf", path(made.link()) + "/portfolio.pdf", Artefact.TWO);
        Visitor desk =
                new Visitor(server, "/app", sessions -> sessions.openDesk(badges.organisation, badges.counsellor()));
        byte[] attestation = desk.bytes("/app/workers/" + badge.person() + "/attestation");
        all.add(new Artefact(
                "attestation of a person's two badges, PDF",
                "attestation.pdf",
                "pdf",
                "veraPDF, `pdfjs-dist`, " + DIGITALBAZAAR,
                attestation,
                ChangedLetter.pdf(attestation),
                Artefact.TWO,
                ""));
    }

    /** The path of the badge in the form of Open Badges 2.0. */
    private String publish() {
        assertThat(server.features().assertion().publish().apply(badge.holder(), badge.badge()))
                .isEqualTo(PublishBadge.Outcome.PUBLIC);
        UUID number = server.database()
                .owner()
                .withHandle(handle -> handle.select(
                                "SELECT id FROM public_badge WHERE credential_id = ?",
                                badge.badge().value())
                        .mapTo(UUID.class)
                        .one());
        return "/v2/assertions/" + number;
    }

    private void publishedTexts(String path) throws Exception {
        text("Open Badges 2.0, hosted", "hosted.json", HOSTED, path);
        text("Open Badges 2.0, signed", "signed.jws", "`jose`", path + "/badge.jws");
    }

    /** Open Badges 2.0, with the drawing and then with a picture of dots. */
    private void published() throws Exception {
        String path = publish();
        publishedTexts(path);
        picture("Open Badges 2.0, hosted, SVG", "hosted.svg", HOSTED, path + "/picture", BakeLocation.OB2);
        picture("Open Badges 2.0, signed, SVG", "signed.svg", "`jose`", path + "/signed-picture", BakeLocation.OB2);
    }

    /** What holds a picture of dots: another badge. */
    private void dotted() throws Exception {
        Artefacts dotted =
                new Artefacts(server, new AcceptedBadges(server, "Jardins fictifs", "44306184100047", dots()));
        String path = dotted.publish();
        dotted.picture("Open Badges 2.0, hosted, PNG", "hosted.png", HOSTED, path + "/picture", BakeLocation.OB2);
        dotted.picture(
                "Open Badges 2.0, signed, PNG", "signed.png", "`jose`", path + "/signed-picture", BakeLocation.OB2);
        dotted.picture("picture, PNG", "picture.png", DIGITALBAZAAR, dotted.link() + "/picture", BakeLocation.OB3);
        all.addAll(dotted.all);
        others.add(dotted);
    }

    /** Every badge is revoked but the second one of the papers. */
    void revoke() {
        badges.revoke(badge, PublicReason.WRONG_PERSON);
        others.forEach(Artefacts::revoke);
        badges.awaitPublished();
    }

    private static StoredImage dots() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
        return new StoredImage("image/png", out.toByteArray());
    }

    private void wallets() {
        var features = server.features().wallet();
        var offer = (OfferToWallet.Made) features.offer()
                .apply(badge.holder(), badge.badge(), AcceptedBadges.CHOICE, WalletOfferKind.INTERACTION);
        var taken = (TakeOffer.Taken) features.take()
                .apply(
                        features.find()
                                .apply(offer.secret(), WalletOfferKind.INTERACTION)
                                .orElseThrow(),
                        new WalletBinding(
                                WalletKind.LEARNER_CREDENTIAL_WALLET,
                                TestWallet.ed25519().didKey()));
        text(
                "copy for Learner Credential Wallet",
                "wallet.json",
                DIGITALBAZAAR,
                taken.forms().document(),
                "");
        text(
                "copy by OpenID4VCI, `jwt_vc_json`",
                "openid.jwt",
                "`jose`",
                taken(OpenidWallet.WALT_ID, "OpenBadgeCredential_jwt_vc_json"),
                "");
        text(
                "copy by OpenID4VCI, `dc+sd-jwt`",
                "openid.txt",
                "`@sd-jwt/sd-jwt-vc`",
                taken(OpenidWallet.PARADYM, "OpenBadge_dc_sd_jwt"),
                "format.sd-jwt-not-examined");
    }

    private String taken(OpenidWallet kind, String configuration) {
        OpenidClient wallet = new OpenidClient(server);
        String token = wallet.granted(wallet.offer(badge, kind, false).codes());
        String proof =
                wallet.proof(TestWallet.p256(), server.origin() + "/issuers/" + badges.organisation, wallet.nonce());
        return OpenidClient.json(wallet.credential(token, OpenidClient.request(configuration, proof)))
                .at("/credentials/0/credential")
                .asText();
    }

    private void coded() throws IOException {
        badges.vouch(server.organisation("Réseau Exemple", "83282932000074"));
        var made = (MakeCode.Made) server.features()
                .offline()
                .make()
                .apply(badge.holder(), badge.badge(), AcceptedBadges.choice(NameChoice.FULL, false));
        code = made.address();
        all.add(new Artefact(
                "code that is read without a network",
                "offline.png",
                "qr",
                "zbar, `jose`, `@sd-jwt/jwt-status-list`",
                QrPicture.png(code, List.of()),
                QrPicture.png(ChangedLetter.title(code), List.of()),
                Artefact.ONE,
                "format.page-without-badge"));
    }
}
