package fr.badgesiae.api.journal;

import fr.badgesiae.api.platform.db.Database;

/** Removes audit lines past their time, in batches. The database knows the periods. */
final class ForgetOldLines {
    private static final int BATCH = 5000;

    private final Database database;

    ForgetOldLines(Database database) {
        this.database = database;
    }

    void apply() {
        int forgotten = BATCH;
        while (forgotten >= BATCH) {
            forgotten =
                    database.inPublic(handle -> handle.attach(JournalDao.class).forget(BATCH));
        }
    }
}
