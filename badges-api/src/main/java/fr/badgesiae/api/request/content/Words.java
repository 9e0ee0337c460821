package fr.badgesiae.api.request.content;

import org.jspecify.annotations.Nullable;

/** Texts of requests: without outer space, one kind of line break, bounded. */
public final class Words {
    /** What somebody did, and an answer to a question. */
    public static final int MOST = 500;

    /** A sentence of the desk. */
    public static final int SENTENCE = 300;

    private Words() {}

    /** @param typed or null where the form misses the field */
    public static String of(@Nullable String typed) {
        return typed == null ? "" : typed.strip().replace("\r\n", "\n");
    }
}
