package fr.badgesiae.api.credential.batch;

/** Finishes every credential with a lapsed lease; runs on every node. */
public final class FinishCredentialsJob implements Runnable {
    private final FinishCredentials finish;

    public FinishCredentialsJob(FinishCredentials finish) {
        this.finish = finish;
    }

    @Override
    public void run() {
        int taken;
        do {
            taken = finish.apply();
        } while (taken == FinishCredentials.MOST);
    }
}
