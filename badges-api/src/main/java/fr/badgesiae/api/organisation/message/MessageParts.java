package fr.badgesiae.api.organisation.message;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.todo.Todo;
import java.util.List;

/** Wires messages for the module of organisations. */
public final class MessageParts {
    private static final String INBOX = "/app/messages";

    private final List<Object> resources;
    private final SendMessage send;

    public MessageParts(Platform platform) {
        this.send = new SendMessage(platform);
        this.resources = List.of(new MessagePages(platform), new InboxPages(platform));
    }

    public List<Object> resources() {
        return resources;
    }

    public SendMessage send() {
        return send;
    }

    /** What the network wrote, among the news of the home page. */
    public List<Todo> todos() {
        return List.of(
                new Todo(
                        Todo.Urgency.NEWS,
                        1,
                        Permission.SIGNED_IN,
                        "organisation.todo.message",
                        INBOX,
                        MessageDao.UNREAD_BY_ALL),
                new Todo(
                        Todo.Urgency.NEWS,
                        2,
                        Permission.ORGANISATION,
                        "organisation.todo.message-managers",
                        INBOX,
                        MessageDao.UNREAD_BY_MANAGERS));
    }
}
