package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs with ecdsa-sd-2023 and derives the holder's proof (VC Data Integrity ECDSA Cryptosuites 1.0, 3.6). */
final class SelectiveProof {
    private static final EcKey ONE_TIME = EcKey.of("one time only");
    private static final byte[] SECRET = "sample secret of thirty-two byte".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern LABEL = Pattern.compile("_:(c14n\\d+|u[A-Za-z0-9_-]{43})");

    private final ObjectNode badge;
    private final ObjectNode options;
    private final List<String> mandatoryWords;
    private final List<String> statements;

    /** @param mandatoryWords a statement with one of them is always disclosed */
    SelectiveProof(ObjectNode badge, ObjectNode options, List<String> mandatoryWords) {
        this.badge = badge;
        this.options = options;
        this.mandatoryWords = mandatoryWords;
        this.statements = lines(badge).stream()
                .map(line -> relabelled(line, SelectiveProof::hidden))
                .sorted()
                .toList();
    }

    private static List<String> lines(ObjectNode document) {
        return DataIntegrity.canonical(document).lines().toList();
    }

    private interface Labels {
        String of(String label);
    }

    private static String relabelled(String line, Labels labels) {
        return LABEL.matcher(line).replaceAll(found -> Matcher.quoteReplacement("_:" + labels.of(found.group(1))));
    }

    private static String hidden(String label) {
        return "u" + Encodings.base64url(digest(label));
    }

    private static byte[] digest(String label) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
            return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean mandatory(String statement) {
        return mandatoryWords.stream().anyMatch(statement::contains);
    }

    /** The statements that the issuer signs itself. */
    private byte[] baseSignature(EcKey issuer) {
        ObjectNode config = options.deepCopy();
        config.set("@context", badge.get("@context"));
        StringBuilder text = new StringBuilder();
        statements.stream()
                .filter(this::mandatory)
                .forEach(line -> text.append(line).append('\n'));
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(SuiteProofs.hash("SHA-256", DataIntegrity.canonical(config)));
        data.writeBytes(ONE_TIME.multikeyBytes());
        data.writeBytes(SuiteProofs.hash("SHA-256", text.toString()));
        return issuer.sign(data.toByteArray());
    }

    /** The badge that the issuer gives to the holder. */
    ObjectNode base(EcKey issuer) {
        ByteArrayOutputStream cbor = start(0x00, issuer);
        bytes(cbor, SECRET);
        signatures(cbor, statements.stream().filter(line -> !mandatory(line)).toList());
        head(cbor, 4, 1);
        byte[] pointer = "/issuer".getBytes(StandardCharsets.UTF_8);
        head(cbor, 3, pointer.length);
        cbor.writeBytes(pointer);
        return signed(badge, cbor);
    }

    /** The badge that the holder presents, without hidden statements. */
    ObjectNode derived(EcKey issuer, Consumer<ObjectNode> hide) {
        ObjectNode shown = badge.deepCopy();
        hide.accept(shown);
        Map<Integer, String> labels = labels(lines(shown));
        List<String> lines = lines(shown).stream()
                .map(line -> relabelled(
                        line, label -> hidden(labels.get(Integer.parseInt(label.substring("c14n".length()))))))
                .sorted()
                .toList();
        ByteArrayOutputStream cbor = start(0x01, issuer);
        signatures(cbor, lines.stream().filter(line -> !mandatory(line)).toList());
        head(cbor, 5, labels.size());
        labels.forEach((number, base) -> {
            head(cbor, 0, number);
            bytes(cbor, digest(base));
        });
        head(cbor, 4, (int) lines.stream().filter(this::mandatory).count());
        for (int i = 0; i < lines.size(); i++) {
            if (mandatory(lines.get(i))) {
                head(cbor, 0, i);
            }
        }
        return signed(shown, cbor);
    }

    /** Maps blank nodes of the presented document to those of the whole one: the only mapping that finds all its statements. */
    private Map<Integer, String> labels(List<String> shown) {
        int count = (int) shown.stream()
                .flatMap(line -> LABEL.matcher(line).results().map(found -> found.group(1)))
                .distinct()
                .count();
        int all = (int) lines(badge).stream()
                .flatMap(line -> LABEL.matcher(line).results().map(found -> found.group(1)))
                .distinct()
                .count();
        Map<Integer, String> found = assign(shown, new TreeMap<>(), count, all);
        if (found == null) {
            throw new IllegalArgumentException("not part of the signed document");
        }
        return found;
    }

    private Map<Integer, String> assign(List<String> shown, Map<Integer, String> so, int count, int all) {
        if (so.size() == count) {
            boolean fits = shown.stream()
                    .map(line -> relabelled(
                            line, label -> hidden(so.get(Integer.parseInt(label.substring("c14n".length()))))))
                    .allMatch(statements::contains);
            return fits ? so : null;
        }
        for (int i = 0; i < all; i++) {
            if (!so.containsValue("c14n" + i)) {
                Map<Integer, String> next = new TreeMap<>(so);
                next.put(so.size(), "c14n" + i);
                Map<Integer, String> found = assign(shown, next, count, all);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private ByteArrayOutputStream start(int kind, EcKey issuer) {
        ByteArrayOutputStream cbor = new ByteArrayOutputStream();
        cbor.writeBytes(new byte[] {(byte) 0xd9, 0x5d, (byte) kind});
        head(cbor, 4, 5);
        bytes(cbor, baseSignature(issuer));
        bytes(cbor, ONE_TIME.multikeyBytes());
        return cbor;
    }

    private static void signatures(ByteArrayOutputStream cbor, List<String> lines) {
        head(cbor, 4, lines.size());
        for (String line : new ArrayList<>(lines)) {
            bytes(cbor, ONE_TIME.sign((line + "\n").getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void bytes(ByteArrayOutputStream cbor, byte[] bytes) {
        head(cbor, 2, bytes.length);
        cbor.writeBytes(bytes);
    }

    private static void head(ByteArrayOutputStream cbor, int type, int argument) {
        if (argument < 24) {
            cbor.write(type << 5 | argument);
        } else {
            cbor.write(type << 5 | 24);
            cbor.write(argument);
        }
    }

    private ObjectNode signed(ObjectNode document, ByteArrayOutputStream cbor) {
        ObjectNode signed = document.deepCopy();
        signed.set("proof", options.deepCopy().put("proofValue", "u" + Encodings.base64url(cbor.toByteArray())));
        return signed;
    }
}
