package fr.badgesiae.api.wallet.openid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.wallet.openid.document.DocumentForm;
import fr.badgesiae.api.wallet.openid.document.SignWalletDocument;
import fr.badgesiae.api.wallet.openid.proof.HolderKey;

/** Reads a copy in the format of its wallet, or has it signed in this format. */
final class ReadContent {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Database database;
    private final SignWalletDocument documents;
    private final DocumentForm sdJwt;
    private final DocumentForm version1;

    ReadContent(Database database, SignWalletDocument documents, DocumentForm sdJwt, DocumentForm version1) {
        this.database = database;
        this.documents = documents;
        this.sdJwt = sdJwt;
        this.version1 = version1;
    }

    /** A text, or the JSON exactly as it was released. */
    JsonNode apply(FindToken.Found offer, CredentialId copy, HolderKey key) {
        SignedForms forms = database.inHolder(
                        offer.holder(),
                        handle -> handle.attach(OpenidOfferDao.class)
                                .signed(copy.value(), offer.holder().value()))
                .orElseThrow(() -> BringCredential.denied("the copy was withdrawn"));
        return switch (offer.wallet().configuration()) {
            case JWT_VC_JSON -> JSON.textNode(forms.jwt());
            case LDP_VC -> JSON.rawValueNode(new RawValue(forms.document()));
            case JWT_VC_JSON_1_1 -> JSON.textNode(signed(offer, copy, key, version1));
            case DC_SD_JWT -> JSON.textNode(signed(offer, copy, key, sdJwt));
        };
    }

    private String signed(FindToken.Found offer, CredentialId copy, HolderKey key, DocumentForm form) {
        return documents.apply(offer.holder(), offer.organisation(), copy, key.jwk(), form);
    }
}
