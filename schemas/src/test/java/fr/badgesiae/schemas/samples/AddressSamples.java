package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Addresses as people bring them: with a space, and as a parameter of another address. */
final class AddressSamples {
    private static final String SPACED = Badge.HOST + "/credentials/mon badge";
    private static final String LINKEDIN =
            "https://www.linkedin.example/profile/add?startTask=CERTIFICATION_NAME&name=X";
    private static final String VIEWER = "https://viewer.example/verify?lang=fr";
    private static final String NOT_FETCHED = "INCONCLUSIVE format.not-fetched";

    private AddressSamples() {}

    static List<Made> all() {
        String badge = PictureSamples.ADDRESS;
        return List.of(
                text("valid-address-with-a-space", "an address with a space in it", SPACED, Expected.sound()),
                code("valid-picture-qr-linkedin", "a QR code of LinkedIn", carried(LINKEDIN, "certUrl", badge)),
                code("valid-picture-qr-with-a-space", "a QR code of an address with a space in it", SPACED),
                text(
                        "valid-address-certification-url",
                        "an address of a badge as parameter certificationUrl",
                        carried(LINKEDIN, "certificationUrl", badge),
                        Expected.sound()),
                text(
                        "valid-address-credential-url",
                        "an address of a badge as parameter credential_url, with a space in it",
                        carried(VIEWER, "credential_url", SPACED),
                        Expected.sound()),
                text(
                        "address-in-a-parameter-of-a-parameter",
                        "an address two parameters deep",
                        carried(LINKEDIN, "certUrl", carried(VIEWER, "credential_url", badge)),
                        Expected.unread(NOT_FETCHED)),
                text(
                        "address-carried-without-https",
                        "an http address as parameter",
                        carried(LINKEDIN, "certUrl", badge.replace("https:", "http:")),
                        Expected.unread(NOT_FETCHED)),
                new Made(
                        "baked-png-linkedin.png",
                        "PNG: an address of LinkedIn that carries the address of nothing",
                        Png.with(
                                Png.international("openbadges", carried(LINKEDIN, "certUrl", Badge.HOST + "/absent")),
                                new byte[0]),
                        Expected.unread(NOT_FETCHED)),
                new Made(
                        "valid-baked-png-linkedin.png",
                        "PNG: an address of LinkedIn that carries the address of a badge",
                        Png.with(Png.international("openbadges", carried(LINKEDIN, "certUrl", badge)), new byte[0]),
                        Expected.sound()));
    }

    static Map<String, ObjectNode> published() {
        return Map.of(SPACED.replace(" ", "%20"), Badge.signed(unchanged -> {}));
    }

    private static String carried(String by, String parameter, String address) {
        return by + "&" + parameter + "=" + URLEncoder.encode(address, StandardCharsets.UTF_8) + "&certId=1";
    }

    private static Made text(String name, String about, String address, Expected expected) {
        return Made.text(name + ".txt", about, address + "\n", expected);
    }

    private static Made code(String name, String about, String address) {
        return new Made(name + ".png", "PNG: " + about, PictureSamples.qr(address), Expected.sound());
    }
}
