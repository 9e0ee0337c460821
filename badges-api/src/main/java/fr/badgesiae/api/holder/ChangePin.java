package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Pins;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.util.Optional;

/** Changes the PIN of the space; the old one is asked for, since the phone may be somebody else's. */
public final class ChangePin {
    private final Database database;
    private final Passwords passwords;
    private final Clock clock;
    private final Audit audit;

    ChangePin(Database database, Passwords passwords, Clock clock, Audit audit) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
        this.audit = audit;
    }

    /** What came of it. */
    public enum Outcome {
        CHANGED,
        TOO_SIMPLE,
        WRONG,
        LATER
    }

    public Outcome change(HolderId holder, String old, String chosen) {
        if (!Pins.acceptable(chosen)) {
            return Outcome.TOO_SIMPLE;
        }
        Optional<Outcome> refused = check(holder, old);
        if (refused.isPresent()) {
            return refused.get();
        }
        String hash = passwords.hash(chosen);
        return database.inHolder(holder, handle -> {
            handle.attach(HolderDao.class).changePin(holder.value(), hash);
            audit.record(
                    handle, new AuditEvent(null, Actor.holder(holder), AuditCode.HOLDER_PIN_CHANGED, holder.value()));
            return Outcome.CHANGED;
        });
    }

    /** Why this is not the PIN in force, counted like an attempt at the door; empty when it is. */
    Optional<Outcome> check(HolderId holder, String pin) {
        Optional<CardAttemptRow> attempt = database.inHolder(holder, handle -> {
            HolderDao dao = handle.attach(HolderDao.class);
            return dao.card(holder.value()).flatMap(card -> dao.attempt(card.id(), holder.value(), clock.instant()));
        });
        if (attempt.isEmpty()) {
            return Optional.of(Outcome.LATER);
        }
        if (!passwords.matches(pin, attempt.get().pinHash())) {
            return Optional.of(Outcome.WRONG);
        }
        database.inHolder(holder, handle -> {
            HolderDao dao = handle.attach(HolderDao.class);
            return dao.card(holder.value()).map(card -> dao.attemptSucceeded(card.id(), holder.value()));
        });
        return Optional.empty();
    }
}
