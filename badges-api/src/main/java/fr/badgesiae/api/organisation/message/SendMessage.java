package fr.badgesiae.api.organisation.message;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import java.time.LocalDate;
import java.util.UUID;

/** Sends a message of a network to the members of its organisations. */
public final class SendMessage {
    /** How many members can have to read at once. */
    static final int MOST = 5;

    private final Platform platform;

    SendMessage(Platform platform) {
        this.platform = platform;
    }

    /** The errors; nothing is sent where there are any. */
    public Errors apply(Principal by, MessageForm form) {
        LocalDate today = by.zone().today(platform.clock());
        Errors errors = form.errors(today);
        if (!errors.isEmpty()) {
            return errors;
        }
        return platform.database().inOrganisation(by.organisation(), handle -> {
            MessageDao dao = handle.attach(MessageDao.class);
            UUID network = by.organisation().value();
            dao.lock(network);
            if (dao.isShown(network, today, form.title(), form.body())) {
                return Errors.of("", "organisation.message.error.same");
            }
            if (dao.inForce(network, today) >= MOST) {
                return Errors.of("", "organisation.message.error.many", MOST);
            }
            UUID id = platform.ids().uuid();
            dao.insert(
                    id,
                    network,
                    form.title(),
                    form.body(),
                    Audience.named(form.audience()).orElseThrow(),
                    form.until(today).orElseThrow(),
                    by.account().value(),
                    platform.clock().instant());
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    MessageAudit.NETWORK_MESSAGE_SENT,
                                    id));
            return errors;
        });
    }
}
