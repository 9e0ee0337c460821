package fr.badgesiae.verifier.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.schemas.samples.Sample;
import fr.badgesiae.schemas.samples.Samples;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Submission;
import fr.badgesiae.verifier.bake.Baker;
import fr.badgesiae.verifier.bake.BakingException;
import fr.badgesiae.verifier.bake.Slot;
import fr.badgesiae.verifier.bake.Unbaked;
import fr.badgesiae.verifier.bake.Unbaker;
import fr.badgesiae.verifier.read.SubmissionReader;
import fr.badgesiae.verifier.scan.PdfReader;
import fr.badgesiae.verifier.scan.Pdfs;
import fr.badgesiae.verifier.scan.Pictures;
import fr.badgesiae.verifier.scan.QrPhotos;
import fr.badgesiae.verifier.scan.QrSearch;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Every parser of untrusted bytes. */
final class FuzzTargets {
    private static final List<String> JSON =
            List.of("null", "[]", "{}", "1e400", "\"\\ud800\"", "\"", ",", "-0", "\u0000");
    private static final List<String> PNG =
            List.of("IHDR", "IDAT", "IEND", "iTXt", "tEXt", "openbadges\u0000", "\u0000");
    private static final List<String> XML = List.of(
            "<", ">", "]]>", "<![CDATA[", "<!--", "<!DOCTYPE x [", "&#x110000;", "&amp;", "\"", "</svg>", "xmlns='");
    private static final List<String> PDF = List.of(
            "endobj", "stream\n", "endstream", "<<", ">>", "[", "]", "/Kids", " 1 0 R ", "/Length 99999999", "/Filter");
    private static final List<String> ADDRESS =
            List.of("%", "data:", ";base64,", "https://", "[", "\"", "<link ", "href=");
    private static final int DEAR = 10;

    private FuzzTargets() {}

    static List<FuzzTarget> all() {
        return List.of(
                new FuzzTarget("png", samples(".png"), PNG, 1, FuzzTargets::unbake),
                new FuzzTarget("svg", samples(".svg"), XML, 1, FuzzTargets::unbake),
                new FuzzTarget("bake", images(), XML, 1, FuzzTargets::bake),
                new FuzzTarget("pdf", pdfs(), PDF, DEAR, FuzzTargets::pdf),
                new FuzzTarget("picture-header", photos(), PNG, 2, FuzzTargets::decode),
                new FuzzTarget("qr", photos(), PNG, DEAR, FuzzTargets::search),
                new FuzzTarget("presentation", presentations(), JSON, 1, FuzzTargets::read),
                new FuzzTarget("jws", samples(".jwt"), JSON, 1, FuzzTargets::read),
                new FuzzTarget("data-url", dataUrls(), ADDRESS, 1, FuzzTargets::read),
                new FuzzTarget("web-page", pages(), ADDRESS, 1, FuzzTargets::page));
    }

    private static void unbake(byte[] image) {
        Unbaked unbaked = Unbaker.unbake(image);
        assertThat(unbaked.content().length).isLessThanOrEqualTo(Unbaker.MAX_CONTENT);
    }

    /** Baked or refused; what is baked comes out again. */
    private static void bake(byte[] image) {
        byte[] baked;
        try {
            baked = Baker.bake(image, Slot.OB3, "{}");
        } catch (BakingException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        assertThat(Unbaker.unbake(baked).content())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{}");
    }

    private static void pdf(byte[] pdf) {
        assertThat(PdfReader.read(pdf, true).state()).isNotNull();
    }

    private static void decode(byte[] image) {
        assertThat(Pictures.decode(image).state()).isNotNull();
    }

    private static void search(byte[] image) {
        Pictures.Decoded decoded = Pictures.decode(image);
        if (decoded.state() == Pictures.State.READ) {
            assertThat(QrSearch.search(decoded.picture()).texts()).isNotNull();
        }
    }

    private static void read(byte[] bytes) {
        assertThat(new SubmissionReader().readEach(Submission.of(bytes), Fetcher.offline()))
                .isNotEmpty();
    }

    private static void page(byte[] page) {
        Fetcher web = (uri, limits) -> new FetchResult.Fetched(uri, "text/html", page, false, false);
        Submission address = new Submission.Address(URI.create("https://badges.example/v/1"));
        assertThat(new SubmissionReader().read(address, web).outcome()).isNotNull();
    }

    private static List<byte[]> samples(String ending) {
        return Samples.all().stream()
                .filter(sample -> sample.file().endsWith(ending) && sample.bytes().length < 100_000)
                .map(Sample::bytes)
                .toList();
    }

    private static List<byte[]> images() {
        return Samples.all().stream()
                .filter(sample -> sample.file().startsWith("valid-baked-"))
                .map(Sample::bytes)
                .toList();
    }

    private static List<byte[]> presentations() {
        return Samples.all().stream()
                .filter(sample ->
                        sample.file().contains("present") || sample.file().contains("envelop"))
                .map(Sample::bytes)
                .toList();
    }

    private static List<byte[]> dataUrls() {
        String jwt = Samples.named("valid-jwt-es256.jwt").text();
        return List.of(
                bytes("data:application/vc+jwt," + jwt),
                bytes("data:application/vc;base64,e30="),
                bytes("data:application/vc,%7B%22a%22:1%7D"));
    }

    private static List<byte[]> pages() {
        return List.of(bytes("<!doctype html><html><head><link rel=\"alternate\" type='application/vc' href=/a.json>"));
    }

    private static List<byte[]> photos() {
        return List.of(
                QrPhotos.jpeg(QrPhotos.code("https://badges.example/v/1", 3), 0.8f),
                QrPhotos.png(QrPhotos.image(QrPhotos.code("https://badges.example/v/1", 3))));
    }

    private static List<byte[]> pdfs() {
        return List.of(
                new Pdfs().picture(QrPhotos.image(QrPhotos.code("x", 3))).bytes(),
                new Pdfs().pages(2).attach("badge.json", bytes("{}")).bytes(),
                new Pdfs().squares(QrPhotos.code("x", 3), 3).bytes());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
