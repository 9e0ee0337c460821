package fr.badgesiae.api.share;

import fr.badgesiae.api.claim.ClaimFixture;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.share.link.Share;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A holder with one badge and its links, anew for each test. */
final class SharedSpace implements BeforeEachCallback, AfterEachCallback {
    ClaimFixture fixture;
    HolderId holder;
    CredentialId badge;
    ShareLinks links;
    ShowShareLink show;
    SwitchOffLink switchOff;
    final Map<Code, UUID> ids = new HashMap<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        fixture = ClaimFixture.open();
        var accepted = fixture.accepted(fixture.offered());
        holder = accepted.holder();
        badge = accepted.credential();
        links = fixture.shares.links();
        show = new ShowShareLink(fixture.platform.database(), links);
        switchOff = new SwitchOffLink(fixture.platform.database(), fixture.platform.clock(), fixture.platform.audit());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        fixture.close();
    }

    Instant now() {
        return fixture.platform.clock().instant();
    }

    Code made(int days) {
        UUID id = fixture.share(holder, badge, "Pour un employeur", days);
        Code code = show.apply(holder, id).code();
        ids.put(code, id);
        return code;
    }

    Share found(Code code) {
        return show.apply(holder, ids.get(code)).share();
    }
}
