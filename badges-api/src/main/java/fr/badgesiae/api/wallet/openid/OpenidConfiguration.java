package fr.badgesiae.api.wallet.openid;

import java.util.Arrays;
import java.util.Optional;

/** The credential configurations of organisations, one format each; their ids are published and never change. */
enum OpenidConfiguration {
    /** The Open Badges 3.0 credential as VC-JWT (VC 2.0). */
    JWT_VC_JSON("OpenBadgeCredential_jwt_vc_json", "jwt_vc_json"),
    /** The same in the form of VC 1.1. */
    JWT_VC_JSON_1_1("OpenBadgeCredential_jwt_vc_json_1_1", "jwt_vc_json"),
    /** The Open Badges 3.0 credential with its embedded proof, {@code eddsa-rdfc-2022}. */
    LDP_VC("OpenBadgeCredential_ldp_vc", "ldp_vc"),
    /** The badge as SD-JWT VC. */
    DC_SD_JWT("OpenBadge_dc_sd_jwt", "dc+sd-jwt");

    private final String id;
    private final String format;

    OpenidConfiguration(String id, String format) {
        this.id = id;
        this.format = format;
    }

    String id() {
        return id;
    }

    /** The identifier of the format (OpenID4VCI 1.0, appendix A). */
    String format() {
        return format;
    }

    static Optional<OpenidConfiguration> of(String id) {
        return Arrays.stream(values()).filter(known -> known.id.equals(id)).findFirst();
    }
}
