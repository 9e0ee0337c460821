package fr.badgesiae.api;

/** The service. */
public final class BadgesApplication {
    private BadgesApplication() {}

    public static void main(String[] arguments) {}
}
