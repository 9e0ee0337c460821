package fr.badgesiae.api.journeys;

import com.microsoft.playwright.Page;

/** The pages of known issuers: the public ones, and those of a network that imports another list. */
final class TrustTour {
    /** A key that belongs to nobody; its DID is resolved without network. */
    private static final String DID = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";

    private final BrowserAndServer site;
    private final PageChecks inspector;

    TrustTour(BrowserAndServer site, PageChecks inspector) {
        this.site = site;
        this.inspector = inspector;
    }

    /** @param network signed in as a network's administrator */
    void play(Page network, Page stranger) {
        inspector.go(stranger, "/trust", 200);
        inspector.go(stranger, "/trust?words=nulle+part", 200);
        inspector.go(network, "/app/trust", 200);
        inspector.go(network, "/app/trust/new", 200);
        inspector.press(network, "main form button", 422);
        network.fill("#f-name", "Réseau d’ailleurs");
        network.fill("#f-did", DID);
        network.fill("#f-address", "https://reseau.invalid/trust/list.jwt");
        inspector.press(network, "main form button", 200);
        inspector.press(network, "main form button", 422);
        network.check("#f-compared");
        inspector.press(network, "main form button", 200);
        String signer = network.url().replaceFirst("\\?.*", "");
        inspector.press(network, "form[action$='/refresh'] button", 200);
        accepted(signer.replaceFirst(".*/", ""));
        inspector.go(network, signer, 200);
        inspector.go(network, "/app/trust", 200);
        inspector.go(network, signer + "/remove", 200);
        inspector.press(network, "form[action$='/remove'] button", 200);
    }

    /** Inserts a list as if fetched: no address on this machine may be requested. */
    private void accepted(String signer) {
        site.server()
                .database()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE trust_signer SET problem = NULL, sequence = 1763600000, accepted_at = now(),"
                                + " issued_at = now(), expires_at = now() + interval '6 days', entries = 12,"
                                + " left_out = 1 WHERE id = ?::uuid",
                        signer));
    }
}
