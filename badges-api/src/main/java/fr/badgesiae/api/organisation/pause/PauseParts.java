package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.todo.Todo;
import java.time.Duration;

/** Wires pauses for the module of organisations. */
public final class PauseParts {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final PausePages pages;
    private final ApplyDuePauses applyDue;
    private final PauseAtOnce atOnce;
    private final AskPause ask;
    private final ConfirmPause confirm;

    public PauseParts(Platform platform) {
        RecordPause record = new RecordPause(platform.audit());
        this.pages = new PausePages(platform, record);
        this.applyDue = new ApplyDuePauses(platform, record);
        this.atOnce = new PauseAtOnce(platform);
        this.ask = new AskPause(platform, record);
        this.confirm = new ConfirmPause(platform, record);
    }

    public PausePages pages() {
        return pages;
    }

    /** The operator's urgent way. */
    public PauseAtOnce atOnce() {
        return atOnce;
    }

    public AskPause ask() {
        return ask;
    }

    public ConfirmPause confirm() {
        return confirm;
    }

    public Job job() {
        return Job.onOneNode("apply-due-pauses", EVERY, applyDue::apply);
    }

    /** For the second administrator of the network. */
    public Todo todo() {
        return new Todo(
                Todo.Urgency.NOW,
                5,
                Permission.NETWORK,
                "organisation.todo.pause",
                "/app/organisations",
                PauseDao.WAITING);
    }
}
