package fr.badgesiae.api.logo;

import fr.badgesiae.api.achievement.image.ImageUpload;
import fr.badgesiae.api.achievement.image.StoredImage;
import fr.badgesiae.api.achievement.image.UnusableImageException;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the member's organisation an uploaded logo. The upload is cleaned before the transaction begins. */
final class ReplaceLogo {
    private final Platform platform;

    ReplaceLogo(Platform platform) {
        this.platform = platform;
    }

    private record Cleaned(@Nullable StoredImage image, UnusableImageException.@Nullable Reason refusal) {}

    /**
     * Replaces it.
     *
     * @param upload at most one byte more than {@link ImageUpload#MAX_BYTES}
     * @return why the upload is no image that an organisation may have; empty when it was stored
     */
    Optional<UnusableImageException.Reason> apply(Principal by, byte[] upload) {
        Cleaned cleaned = platform.throttles().pictures().run(() -> clean(upload));
        if (cleaned.image() != null) {
            store(by, cleaned.image());
        }
        return Optional.ofNullable(cleaned.refusal());
    }

    private static Cleaned clean(byte[] upload) {
        try {
            return new Cleaned(ImageUpload.clean(upload), null);
        } catch (UnusableImageException e) {
            return new Cleaned(null, e.reason());
        }
    }

    private void store(Principal by, StoredImage image) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            handle.attach(LogoDao.class)
                    .replace(
                            by.organisation().value(),
                            image.type(),
                            image.bytes(),
                            platform.clock().instant());
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    LogoAudit.LOGO_REPLACED,
                                    by.organisation().value()));
            return true;
        });
    }
}
