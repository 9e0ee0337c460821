package fr.badgesiae.api.observation;

import fr.badgesiae.api.observation.content.ObservationAudit;
import fr.badgesiae.api.observation.content.PhotoSeal;
import fr.badgesiae.api.observation.personal.ObservationPersonalData;
import fr.badgesiae.api.observation.proposal.ProposalPages;
import fr.badgesiae.api.observation.proposal.ProposalRule;
import fr.badgesiae.api.observation.proposal.ProposalsOfPerson;
import fr.badgesiae.api.observation.space.ObjectToObservation;
import fr.badgesiae.api.observation.space.OwnWordsPages;
import fr.badgesiae.api.observation.space.SeenPages;
import fr.badgesiae.api.observation.space.WriteOwnWords;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.todo.Todo;
import java.util.List;

/** What members saw people do. */
public final class ObservationModule implements Feature {
    private final PhotoSeal photos;
    private final NoteObservation note;
    private final ObjectToObservation object;
    private final WriteOwnWords words;
    private final List<Object> resources;

    public ObservationModule(Platform platform) {
        this.photos = new PhotoSeal(platform.vault());
        this.note = new NoteObservation(platform);
        this.object = new ObjectToObservation(platform);
        this.words = new WriteOwnWords(platform);
        this.resources = List.of(
                new ObservationPages(platform),
                new ObservationFormPages(platform, note),
                new ObservationChangePages(platform),
                new ProposalPages(platform),
                new SeenPages(platform, object),
                new OwnWordsPages(platform, words));
    }

    public NoteObservation note() {
        return note;
    }

    public ObjectToObservation object() {
        return object;
    }

    public WriteOwnWords words() {
        return words;
    }

    /** What was seen of one person and what they say, for their page. */
    public List<PersonPart> ofPerson() {
        return List.of(new ProposalsOfPerson(), new OwnWordsOfPerson(), new ObservationsOfPerson());
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.of(
                45, Permission.PROPOSE, "/app/observations", "observation", "common.nav.observations"));
    }

    @Override
    public List<Todo> todos() {
        return List.of(
                new Todo(
                        Todo.Urgency.SOON,
                        14,
                        Permission.AWARD,
                        "observation.todo.proposed",
                        "/app/observations/proposals",
                        ProposalRule.COUNT),
                new Todo(
                        Todo.Urgency.NEWS,
                        20,
                        Permission.AWARD,
                        "observation.todo.objected",
                        "/app/observations?said=objected",
                        ObservationDao.OBJECTED));
    }

    @Override
    public List<MergedTable> mergedTables() {
        return List.of(MergedTable.moved("observation", "observations"));
    }

    @Override
    public PersonalData personalData() {
        return new ObservationPersonalData(photos::open);
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(ObservationAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
