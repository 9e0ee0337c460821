package fr.badgesiae.api.wallet.openid;

import java.util.Arrays;
import java.util.Optional;

/** The credential configurations of every organisation, one format each; their ids are published and never change. */
enum OpenidConfiguration {
    /** The Open Badges 3.0 credential as VC-JWT (VC 2.0). */
    JWT_VC_JSON("OpenBadgeCredential_jwt_vc_json"),
    /** The badge as SD-JWT VC. */
    DC_SD_JWT("OpenBadge_dc_sd_jwt");

    private final String id;

    OpenidConfiguration(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static Optional<OpenidConfiguration> of(String id) {
        return Arrays.stream(values()).filter(known -> known.id.equals(id)).findFirst();
    }
}
