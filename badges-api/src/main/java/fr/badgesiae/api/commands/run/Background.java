package fr.badgesiae.api.commands.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** An act that runs while the server starts. */
public final class Background {
    private final CompletableFuture<Void> act;

    private Background(CompletableFuture<Void> act) {
        this.act = act;
    }

    /** @param name of its thread */
    public static Background begin(String name, Runnable act) {
        return new Background(CompletableFuture.runAsync(act, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
        }));
    }

    /** Returns when it has ended; throws what it threw. */
    public void await() {
        try {
            act.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw e;
        }
    }
}
