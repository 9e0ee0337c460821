package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Generates every committed file of the samples: path below the samples’ folder to bytes. */
final class Corpus {
    /** The verification time of every sample. */
    static final String AT = "2026-11-15T10:00:00Z";

    private Corpus() {}

    static List<Made> samples() {
        List<Made> all = new ArrayList<>();
        all.addAll(EmbeddedSamples.all());
        all.addAll(Ob2Sample.badges());
        all.addAll(JwtSamples.all());
        all.addAll(TamperedSamples.all());
        all.addAll(KeySamples.all());
        all.addAll(JwtAttackSamples.all());
        all.addAll(PeriodAndStatusSamples.all());
        all.addAll(ShapeSamples.all());
        all.addAll(CarelessSamples.all());
        all.addAll(SuiteSamples.all());
        all.addAll(ProofChainSamples.all());
        all.addAll(SelectiveSamples.all());
        all.addAll(KeyFormSamples.all());
        all.addAll(JwtKeySamples.all());
        all.addAll(OwnTokenSamples.all());
        all.addAll(Vc11Samples.all());
        all.addAll(PoisonSamples.all());
        all.addAll(PresentationSamples.all());
        all.addAll(PresenterSamples.all());
        all.addAll(WrapperSamples.all());
        all.addAll(RecordSamples.all());
        all.addAll(OwnSchemaSamples.all());
        all.addAll(EndorsementSamples.all());
        all.addAll(BakedPngSamples.all());
        all.addAll(BakedSvgSamples.all());
        all.addAll(StatusSamples.all());
        all.addAll(AskedSamples.all());
        all.addAll(RecipientSamples.all());
        all.addAll(NestedSamples.all());
        all.addAll(PictureSamples.all());
        all.addAll(ContainedSamples.all());
        all.addAll(AddressSamples.all());
        all.addAll(OtherWritersSamples.all());
        all.addAll(ClauseSamples.all());
        all.addAll(ReusedIdSamples.all());
        all.addAll(DisguiseSamples.all());
        return all;
    }

    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        samples().forEach(made -> files.put("badges/" + made.file(), made.bytes()));
        Map<String, String> paths = new TreeMap<>();
        Issuers.published().forEach((url, document) -> {
            String path = path(url);
            paths.put(url, path);
            files.put(path, utf8(Json.pretty(document)));
        });
        texts().forEach((url, text) -> {
            String path = "documents/" + url.substring("https://".length()) + ".txt";
            paths.put(url, path);
            files.put(path, utf8(text));
        });
        files.put("documents.json", utf8(Json.pretty(paths)));
        files.put("gone.json", utf8(Json.pretty(ClauseSamples.gone())));
        files.put("index.json", utf8(Json.pretty(index())));
        return files;
    }

    /** Published documents that are not JSON, or are kept byte by byte. */
    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>(StatusDocuments.tokens());
        texts.putAll(AskedSamples.published());
        texts.putAll(OwnSchemaSamples.published());
        texts.putAll(ClauseSamples.published());
        texts.putAll(Ob1SignedSamples.published());
        return texts;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String path(String url) {
        String plain = url.substring("https://".length()).replace("/.well-known/", "/well-known/");
        return "documents/" + (plain.endsWith(".json") ? plain : plain + ".json");
    }

    private static Map<String, Object> index() {
        Map<String, Object> badges = new TreeMap<>();
        samples().forEach(made -> badges.put(made.file(), entry(made)));
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("at", AT);
        index.put("badges", badges);
        return index;
    }

    static Map<String, Object> entry(Made made) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("about", made.about());
        if (!made.asks().isEmpty()) {
            entry.put("asks", made.asks());
        }
        entry.put("verdict", made.expected().verdict());
        entry.put("checks", made.expected().checks());
        if (!made.each().isEmpty()) {
            entry.put("reports", made.each().stream().map(Corpus::report).toList());
        }
        return entry;
    }

    private static Map<String, Object> report(Expected expected) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("verdict", expected.verdict());
        report.put("checks", expected.checks());
        return report;
    }

    /** The documents by URL, for callers inside this package. */
    static Map<String, ObjectNode> documents() {
        return Issuers.published();
    }
}
