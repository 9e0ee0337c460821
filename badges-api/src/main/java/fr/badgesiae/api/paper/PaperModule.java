package fr.badgesiae.api.paper;

import fr.badgesiae.api.achievement.FindPublishedImage;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.pdf.PdfWriter;
import fr.badgesiae.api.share.ShareModule;
import fr.badgesiae.api.verification.VerifyReleased;
import java.util.List;

/** Badges on paper. */
public final class PaperModule implements Feature {
    private final PaperFiles files;
    private final AttestationPages attestations;

    public PaperModule(
            Platform platform, People people, FindPublishedImage images, ShareModule share, VerifyReleased verify) {
        PdfWriter writer = new PdfWriter(
                platform.throttles().documents(), platform.settings().brand().name());
        DrawBadge draw = new DrawBadge(platform.settings(), images, share.words());
        this.attestations = new AttestationPages(platform, people, draw, writer);
        this.files = new PaperFiles(platform, share.open(), verify, draw, writer);
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(PaperAudit.values());
    }

    @Override
    public List<Object> resources() {
        return List.of(files, attestations);
    }
}
