package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.personal.PersonalExport;
import java.util.List;
import java.util.function.Supplier;

/** Exports everything of a holder's space: badges as signed, images, links, visits. */
final class ExportSpace {
    private final Platform platform;
    private final Supplier<List<PersonalData>> parts;

    ExportSpace(Platform platform, Supplier<List<PersonalData>> parts) {
        this.platform = platform;
        this.parts = parts;
    }

    PersonalExport apply(HolderId holder) {
        return platform.database().inHolder(holder, handle -> {
            PersonalExport export = new PersonalExport();
            parts.get().forEach(part -> part.exportSpace(handle, holder, export));
            platform.audit()
                    .record(handle, new AuditEvent(Actor.holder(holder), PrivacyAudit.SPACE_EXPORTED, holder.value()));
            return export;
        });
    }
}
