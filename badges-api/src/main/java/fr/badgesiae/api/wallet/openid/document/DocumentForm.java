package fr.badgesiae.api.wallet.openid.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.statuslist.StatusIndex;
import fr.badgesiae.api.wallet.sdjwt.ShownName;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A format that a copy is signed in from the badge of its edition. */
public interface DocumentForm {
    /**
     * What a copy is signed from.
     *
     * @param badge with its embedded proof
     * @param name that the edition shows
     * @param walletKey the public JWK that the copy is bound to
     * @param zone of the organisation
     */
    record Source(ObjectNode badge, Optional<ShownName> name, StatusIndex status, ObjectNode walletKey, ZoneId zone) {
        /** None of it: it is personal. */
        @Override
        public String toString() {
            return "Source[…]";
        }
    }

    /** Has written, in the transaction that reads the source, what a copy with this index points at. */
    void prepare(Handle handle, OrganisationId organisation, StatusIndex status);

    /** @param key ES256 */
    String sign(OrganisationId organisation, Source source, IssuerKey key);

    /** The first fault of what was signed, in words without content of the badge; empty for none. */
    Optional<String> fault(String text, OrganisationId organisation, Source source);
}
