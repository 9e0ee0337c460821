package fr.badgesiae.api.platform.problem;

import java.sql.SQLException;

/** What the database answers to a row about a person whose file or space is erased. */
public final class ErasedMeanwhile {
    private static final String STATE = "PE410";

    private ErasedMeanwhile() {}

    public static boolean is(Throwable failure) {
        return SenderFault.causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql && STATE.equals(sql.getSQLState()));
    }
}
