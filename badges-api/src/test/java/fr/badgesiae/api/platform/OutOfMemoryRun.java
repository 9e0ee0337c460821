package fr.badgesiae.api.platform;

import fr.badgesiae.api.platform.jobs.Jobs;
import fr.badgesiae.api.platform.web.WebHarness;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that fills its memory, in one of the places where an error passes by. */
public final class OutOfMemoryRun {
    static final String BEGUN = "begun";
    static final String WENT_ON = "went on";

    private OutOfMemoryRun() {}

    /** Where the memory ends. */
    enum Where {
        REQUEST,
        JOB,
        THREAD
    }

    /** Takes all memory. */
    @Path("/hungry")
    public static final class Hungry {
        @GET
        public String eat() {
            return fill();
        }
    }

    private static String fill() {
        List<long[]> all = new ArrayList<>();
        while (all.size() < Integer.MAX_VALUE) {
            all.add(new long[1 << 17]);
        }
        return "still " + all.size();
    }

    public static void main(String[] arguments) throws InterruptedException {
        OutOfMemory.watchThreads();
        System.out.println(BEGUN);
        switch (Where.valueOf(arguments[0])) {
            case REQUEST ->
                new WebHarness(WebHarness.settings(), WebHarness.pages(), List.of(new Hungry()))
                        .browse("/hungry", "fr");
            case JOB -> Jobs.guarded("hungry", OutOfMemoryRun::fill).run();
            case THREAD -> {
                Thread thread = new Thread(OutOfMemoryRun::fill);
                thread.start();
                thread.join();
            }
        }
        System.out.println(WENT_ON);
        System.exit(0);
    }
}
