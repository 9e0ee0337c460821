package fr.badgesiae.api.platform.auth.passkey;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.HolderPrincipal;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Passkeys of holders. A method with a handle takes a transaction that sees the holder's rows. */
public final class Passkeys {
    private static final int USER_HANDLE = 64;

    private final Database database;
    private final Ids ids;
    private final Clock clock;
    private final Ceremonies ceremonies;
    private final Challenges challenges;

    public Passkeys(Platform platform) {
        this.database = platform.database();
        this.ids = platform.ids();
        this.clock = platform.clock();
        this.ceremonies = new Ceremonies(platform.settings());
        this.challenges = new Challenges(platform.vault(), ids, clock);
    }

    /**
     * Starts a registration in this session.
     *
     * @param name what the device shows beside the passkey
     * @return the options for {@code navigator.credentials.create}, as JSON
     */
    public String startRegistration(Handle handle, HolderPrincipal by, String name) {
        byte[] userHandle = userHandle(handle, by.holder());
        List<byte[]> known =
                handle.attach(PasskeyDao.class).credentialIds(by.holder().value());
        byte[] challenge =
                challenges.create(handle, Ceremony.REGISTRATION, by.session().toString(), by.holder());
        return ceremonies.creation(challenge, userHandle, name, known);
    }

    /**
     * Finishes a registration that this session started. The caller has locked the holder: whoever ends all passkeys has come
     * before, and has ended the challenge too, or ends this one.
     *
     * @param answer of {@code navigator.credentials.create}, as JSON
     * @return the new passkey; empty when anything is wrong with the answer
     */
    public Optional<PasskeyId> finishRegistration(Handle handle, HolderPrincipal by, String answer, String name) {
        HolderId holder = by.holder();
        return ceremonies
                .parseCreated(answer)
                .filter(created -> challenges.spend(
                        handle,
                        created.challenge(),
                        Ceremony.REGISTRATION,
                        by.session().toString(),
                        holder))
                .flatMap(created -> ceremonies.verify(created, userHandle(handle, holder)))
                .flatMap(passkey -> insert(handle, holder, passkey, name));
    }

    /**
     * Starts an assertion by whomever.
     *
     * @param visit of the browser
     * @return the options for {@code navigator.credentials.get}, as JSON
     */
    public String startAssertion(String visit) {
        return ceremonies.request(
                database.inPublic(handle -> challenges.create(handle, Ceremony.ASSERTION, visit, null)));
    }

    /** An answer whose challenge was ours, and is spent; nothing else is checked. */
    public static final class Presented {
        private final HolderId holder;
        private final PasskeyId passkey;
        private final Ceremonies.Got answer;

        private Presented(HolderId holder, PasskeyId passkey, Ceremonies.Got answer) {
            this.holder = holder;
            this.passkey = passkey;
            this.answer = answer;
        }

        /** Whose passkey it names. */
        public HolderId holder() {
            return holder;
        }

        public PasskeyId passkey() {
            return passkey;
        }
    }

    /**
     * Spends the challenge of an assertion and finds whose passkey it names.
     *
     * @param answer of {@code navigator.credentials.get}, as JSON
     * @return empty when the challenge is not one of this visit, or the passkey is nobody's
     */
    public Optional<Presented> present(String visit, String answer) {
        return ceremonies
                .parseGot(answer)
                .flatMap(got -> database.inPublic(
                        handle -> challenges.spend(handle, got.challenge(), Ceremony.ASSERTION, visit, null)
                                ? locate(handle, got)
                                : Optional.empty()));
    }

    /** What an assertion led to. */
    public sealed interface Outcome permits Proven, WentBack, Refused {}

    /**
     * It is the owner.
     *
     * @param ownDevice whether the passkey is of the device that shows the page, and not of one beside it
     */
    public record Proven(String name, boolean ownDevice) implements Outcome {}

    /** The signature counter went back: somebody may have copied the passkey. Its owner is told. */
    public record WentBack(String name) implements Outcome {}

    public record Refused() implements Outcome {}

    /** Checks an assertion against the passkey that it names. */
    public Outcome finishAssertion(Handle handle, Presented presented) {
        PasskeyDao dao = handle.attach(PasskeyDao.class);
        UUID id = presented.passkey.value();
        UUID holder = presented.holder.value();
        Optional<PasskeyRow> row = dao.find(id, holder);
        if (row.isEmpty()) {
            return new Refused();
        }
        String name = row.get().name();
        Ceremonies.Checked checked = ceremonies.verify(presented.answer, row.get());
        if (checked instanceof Ceremonies.Proven proven) {
            dao.used(id, holder, proven.signatureCount(), proven.backedUp(), clock.instant());
            return new Proven(name, proven.ownDevice());
        }
        if (checked instanceof Ceremonies.WentBack) {
            dao.wentBack(id, holder, clock.instant());
            return new WentBack(name);
        }
        return new Refused();
    }

    /** The holder's passkeys, oldest first. */
    public List<Passkey> list(Handle handle, HolderPrincipal by) {
        return handle.attach(PasskeyDao.class).list(by.holder().value(), by.session());
    }

    public int count(Handle handle, HolderId holder) {
        return handle.attach(PasskeyDao.class).count(holder.value());
    }

    /** Gives one another name. */
    public boolean rename(Handle handle, HolderId holder, PasskeyId passkey, String name) {
        return handle.attach(PasskeyDao.class).rename(passkey.value(), holder.value(), name) > 0;
    }

    /** Removes one and ends its sessions. */
    public boolean remove(Handle handle, HolderId holder, PasskeyId passkey) {
        return handle.attach(PasskeyDao.class).remove(passkey.value(), holder.value()) > 0;
    }

    /** Removes all and ends their sessions. */
    public int removeAll(Handle handle, HolderId holder) {
        return handle.attach(PasskeyDao.class).removeAll(holder.value());
    }

    /** Deletes challenges that ended; for a job. */
    public void sweep() {
        database.inPublic(handle -> handle.attach(PasskeyDao.class).forgetChallenges(clock.instant()));
    }

    private byte[] userHandle(Handle handle, HolderId holder) {
        return handle.attach(PasskeyDao.class)
                .userHandle(ids.uuid(), holder.value(), ids.bytes(USER_HANDLE), clock.instant())
                .orElseThrow();
    }

    private Optional<PasskeyId> insert(Handle handle, HolderId holder, NewPasskey passkey, String name) {
        UUID id = ids.uuid();
        int inserted = handle.attach(PasskeyDao.class)
                .insert(
                        id,
                        holder.value(),
                        passkey.credentialId(),
                        passkey.publicKey(),
                        passkey.signatureCount(),
                        passkey.backupEligible(),
                        passkey.backedUp(),
                        name,
                        clock.instant());
        return inserted == 0 ? Optional.empty() : Optional.of(new PasskeyId(id));
    }

    private static Optional<Presented> locate(Handle handle, Ceremonies.Got got) {
        return handle.attach(PasskeyDao.class)
                .locate(got.credentialId())
                .map(row -> new Presented(new HolderId(row.holderId()), new PasskeyId(row.passkeyId()), got));
    }
}
