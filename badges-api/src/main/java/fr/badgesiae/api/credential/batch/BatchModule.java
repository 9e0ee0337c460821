package fr.badgesiae.api.credential.batch;

import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.jobs.Job;
import java.time.Duration;
import java.util.List;

/** Finishes credentials whose signer stopped. */
public final class BatchModule implements Feature {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final IssueCredentials issue;
    private final FinishCredentialsJob job;

    public BatchModule(Platform platform, CredentialModule credentials) {
        this.issue = new IssueCredentials(platform, credentials);
        this.job = new FinishCredentialsJob(
                new FinishCredentials(platform.database(), platform.clock(), credentials.signingKeys(), issue));
    }

    /** Issues what one act prepared; every act of a node shares its threads. */
    public IssueCredentials issue() {
        return issue;
    }

    @Override
    public List<Object> resources() {
        return List.of();
    }

    @Override
    public List<Job> jobs() {
        return List.of(Job.onEachNode("finish-credentials", LOOK_EVERY, job));
    }
}
