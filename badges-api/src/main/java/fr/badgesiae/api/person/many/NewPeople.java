package fr.badgesiae.api.person.many;

import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.person.FindUsualKind;
import fr.badgesiae.api.person.PersonAudit;
import fr.badgesiae.api.person.PersonForm;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Creates many people in the caller's transaction, each as one is created alone. */
public final class NewPeople {
    private final Platform platform;
    private final FindUsualKind usual;

    public NewPeople(Platform platform, Organisations organisations) {
        this.platform = platform;
        this.usual = new FindUsualKind(organisations);
    }

    /**
     * Creates them.
     *
     * @param by the member in whose name
     * @param names checked before
     * @return their ids, in the order of the names
     */
    public List<PersonId> add(Handle handle, OrganisationId organisation, AccountId by, List<PersonForm> names) {
        return add(handle, organisation, by, Optional.empty(), names);
    }

    /** @param kind of all of them; empty for the usual one */
    public List<PersonId> add(
            Handle handle,
            OrganisationId organisation,
            AccountId by,
            Optional<PersonKind> kind,
            List<PersonForm> names) {
        List<UUID> ids = names.stream().map(name -> platform.ids().uuid()).toList();
        handle.attach(NewPeopleDao.class)
                .insert(
                        ids,
                        organisation.value(),
                        names.stream().map(PersonForm::firstName).toList(),
                        names.stream().map(PersonForm::lastName).toList(),
                        kind.orElseGet(() -> usual.apply(handle, organisation)),
                        Stream.generate(platform.ids()::uuid).limit(ids.size()).toList(),
                        platform.clock().instant());
        platform.audit()
                .recordAll(
                        handle,
                        ids.stream()
                                .map(id ->
                                        new AuditEvent(organisation, Actor.account(by), PersonAudit.WORKER_CREATED, id))
                                .toList());
        return ids.stream().map(PersonId::new).toList();
    }
}
