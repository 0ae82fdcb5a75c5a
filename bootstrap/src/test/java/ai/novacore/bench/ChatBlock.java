package ai.novacore.bench;

import ai.novacore.bench.ModelServer.Model;
import ai.novacore.bench.Streamer.Times;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One candidate, asked by so many clients for some seconds, each as fast as it is answered. What it does for that
 * afterwards counts for it, too, and not for whoever comes next.
 *
 * @param perSecond turns that ended, while there were clients
 * @param processor what the candidate used until it was at rest again
 * @param database what its database used
 * @param rest how long it went on working when the clients had left
 */
record ChatBlock(List<Times> turns, double perSecond, Duration processor, Duration database, Duration rest) {

    static ChatBlock run(Candidate candidate, int clients, Model model, Duration time) {
        byte[] first = candidate.first().getBytes(StandardCharsets.US_ASCII);
        byte[] last = candidate.last().getBytes(StandardCharsets.US_ASCII);
        Collection<Times> turns = new ConcurrentLinkedQueue<>();
        Queue<Streamer> idle = new ArrayDeque<>();
        for (int i = 0; i < clients; i++) {
            idle.add(new Streamer(candidate.port()));
        }
        List<Streamer> streamers = List.copyOf(idle);
        Duration processor = candidate.processor().used();
        Duration database = candidate.database().used();
        Clients.Run run;
        try {
            run = Clients.run(clients, time, () -> {
                int number = clients - idle.size();
                Streamer streamer = idle.remove();
                return () -> turns.add(streamer.exchange(candidate.requests().next(number, model), first, last));
            });
        } finally {
            streamers.forEach(Streamer::close);
        }
        long left = System.nanoTime();
        candidate.processor().and(candidate.database()).awaitRest();
        return new ChatBlock(
                List.copyOf(turns),
                run.perSecond(),
                candidate.processor().used().minus(processor),
                candidate.database().used().minus(database),
                Duration.ofNanos(System.nanoTime() - left));
    }
}
