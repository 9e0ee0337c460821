package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.holder.contact.ContactNotices;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.auth.passkey.Passkeys;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.jobs.Job;
import java.time.Duration;
import java.util.List;

/** Wires the phones of holders. */
public final class HolderPhones {
    private final Passkeys passkeys;
    private final CountPhones count;
    private final List<Object> resources;

    public HolderPhones(
            Platform platform,
            PhoneVisits visits,
            PinProof check,
            OpenForm form,
            Sessions sessions,
            ContactNotices notices) {
        Database database = platform.database();
        this.passkeys = new Passkeys(platform);
        this.count = new CountPhones(database, passkeys);
        ListPhones list = new ListPhones(database, passkeys);
        this.resources = List.of(
                new OpenWithPhonePages(
                        platform,
                        new AskPhone(platform, passkeys),
                        new OpenWithPhone(platform, visits, passkeys, sessions),
                        form,
                        sessions),
                new PhonePages(
                        platform,
                        list,
                        new PreparePhone(database, check, passkeys),
                        new RegisterPhone(database, passkeys, sessions, notices, platform.audit()),
                        sessions),
                new RenamePhonePages(platform, list, new RenamePhone(database, passkeys)),
                new RemovePhonePages(
                        platform,
                        list,
                        new RemovePhone(database, passkeys, platform.audit()),
                        new RemoveAllPhones(database, passkeys, platform.audit()),
                        sessions));
    }

    /** For pages whose forms end all phones. */
    public CountPhones count() {
        return count;
    }

    public List<Object> resources() {
        return resources;
    }

    public Job forgetChallenges() {
        return Job.onOneNode("forget-passkey-challenges", Duration.ofMinutes(15), passkeys::sweep);
    }
}
