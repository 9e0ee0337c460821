package fr.badgesiae.api.platform.jobs;

import java.time.Duration;

/**
 * An act that runs at intervals.
 *
 * @param name unique, stable over releases: the key of its row in {@code scheduled_tasks}
 * @param interval from the end of one run to the start of the next
 * @param nodes which nodes run it
 * @param act may run twice or stop at any point without harm
 */
public record Job(String name, Duration interval, Nodes nodes, Runnable act) {
    /** Which nodes run a job. */
    public enum Nodes {
        ONE,
        EACH,
        /** The first time as soon as the node starts. */
        EACH_FROM_START
    }

    /** Runs once per interval over all nodes. */
    public static Job onOneNode(String name, Duration interval, Runnable act) {
        return new Job(name, interval, Nodes.ONE, act);
    }

    /** Runs on each node; concurrent runs on several nodes must not conflict. */
    public static Job onEachNode(String name, Duration interval, Runnable act) {
        return new Job(name, interval, Nodes.EACH, act);
    }

    /** Runs on each node, the first time as soon as it starts. */
    public static Job onEachNodeFromStart(String name, Duration interval, Runnable act) {
        return new Job(name, interval, Nodes.EACH_FROM_START, act);
    }
}
