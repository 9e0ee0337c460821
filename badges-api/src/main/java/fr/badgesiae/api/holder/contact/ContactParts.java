package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.holder.contact.personal.ContactPersonalData;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.PersonalData;
import java.time.Duration;
import java.util.List;

/** Wires contacts for the module of holders. */
public final class ContactParts {
    private final ContactNotices notices;
    private final ForgetContacts forget;
    private final PersonalData personalData;
    private final List<Object> resources;

    public ContactParts(Platform platform) {
        SealAddress seal = new SealAddress(platform.vault());
        ContactSecrets secrets = new ContactSecrets(platform.vault(), platform.ids());
        WriteToContact write = new WriteToContact(platform, seal);
        KeepContact keep = new KeepContact(platform, write);
        ListContacts list = new ListContacts(platform, seal);
        this.notices = new ContactNotices(platform, write);
        this.forget = new ForgetContacts(platform);
        this.personalData = ContactPersonalData.tables(seal::open);
        this.resources = List.of(
                new ContactPages(platform, list, new AddContact(platform, seal, secrets, write)),
                new CodePages(
                        platform,
                        list,
                        new ConfirmContact(platform, secrets, keep),
                        new SendCodeAgain(platform, seal, secrets, write),
                        new RemoveContact(platform, write)),
                new ContactLinkPages(
                        platform, new FindLink(platform, seal, secrets), new ConfirmByLink(platform, secrets, keep)));
    }

    public ContactNotices notices() {
        return notices;
    }

    public Job job() {
        return Job.onOneNode("forget-unconfirmed-contacts", Duration.ofHours(1), forget::apply);
    }

    public PersonalData personalData() {
        return personalData;
    }

    public List<Object> resources() {
        return resources;
    }
}
