package ai.novacore.application.subscription.port.out;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what Stripe sent until it is applied, and remembers its name after that, so that it is applied once. The entries of
 * one customer are taken together, by one worker at a time on whatever node.
 */
public interface WebhookInbox {
    /** The type of entries that are reasons of ours to ask Stripe. */
    String ASKED = "nova.asked";

    /** What becomes of an entry. */
    enum Status {
        PENDING,
        APPLIED,
        /** Concerns nobody that we know, or nothing that we follow. */
        IGNORED,
        /** Failed too often, or in a way that trying again does not mend: a person has to look. */
        PARKED
    }

    /**
     * Something to be applied.
     *
     * @param id the name under which it is kept once: Stripe's, or one of ours for what we ask of ourselves
     * @param customer whom it concerns; absent where that is to be found out
     * @param createdAt when it happened
     * @param payload the event as it came; absent when it is a reason of ours to ask Stripe
     */
    record Entry(
            String id,
            String type,
            @Nullable String customer,
            Instant createdAt,
            @Nullable String payload) {}

    /**
     * Entries that a worker has taken.
     *
     * @param token tells this worker from one that takes them over when the time is up
     * @param customer whom they all concern; absent for a single entry of which it is not known
     * @param entries the oldest first
     * @param attempts how often each of them was tried before, at the least
     * @param since when the one came that has waited longest
     */
    record Claim(String token, @Nullable String customer, List<Entry> entries, long attempts, Instant since) {
        public Claim {
            entries = List.copyOf(entries);
        }

        /** Some of its entries, to be ended in a way of their own. */
        public Claim only(List<Entry> some) {
            return new Claim(token, customer, some, attempts, since);
        }
    }

    /** An entry as a person sees it; {@code attempts} that failed, the last one with {@code reason}. */
    record Filed(
            String id,
            String type,
            @Nullable String customer,
            Status status,
            Instant createdAt,
            Instant receivedAt,
            @Nullable Instant appliedAt,
            long attempts,
            @Nullable String reason) {}

    /**
     * Keeps an entry, in the transaction of the caller when there is one; durable when that ends, or when this returns.
     *
     * @param status {@code PENDING}, or {@code IGNORED} for what is only kept
     * @return whether it is new; an entry that is there stays as it is
     */
    boolean store(Entry entry, Status status, Instant now);

    /**
     * Takes the entries of one customer that are due, and that of the one who has waited longest. Nobody else is given any of
     * this customer until these are finished or given back, or the time is up, whatever comes in meanwhile.
     *
     * @param until when they may be taken by others, should this worker be gone
     * @param limit how many at the most
     */
    Optional<Claim> claim(Instant now, Instant until, int limit);

    /**
     * Ends the entries of a claim, or some of them, in the transaction of the caller, which also records what they led to.
     *
     * @param claim as it was taken, perhaps with fewer entries
     * @throws ClaimLost when others have taken the entries over since; the transaction is to be given up
     */
    void finish(Claim claim, Status status, @Nullable String reason, Instant now);

    /** Gives entries back, to be tried again at {@code retryAt}; nothing to do when they were taken over. */
    void giveBack(Claim claim, String reason, Instant retryAt);

    /** Names the customer of an entry that did not name them, and gives it back at once; the same. */
    void address(Claim claim, String customer);

    /**
     * The entries, the newest first; of every status when it is absent.
     *
     * @param beforeId only what came before this one; from the newest when absent
     */
    List<Filed> entries(@Nullable Status status, @Nullable String beforeId, int limit);

    /** Has an entry that is parked or ignored tried again, as if never before; false when there is none. */
    boolean retry(String id, Instant now);

    /** How many entries stand like this. */
    long count(Status status);

    /** When the entry that has waited longest came; absent when none waits. */
    Optional<Instant> oldestPending();

    /** Removes what Stripe said about a customer; that and when it said something stays. */
    void forget(String customer);

    /**
     * Removes the texts of entries that were ended before {@code time}; their names stay. Of what we asked of ourselves nothing
     * stays, since those names do not come again. What is parked stays as it is.
     *
     * @return how many entries had something to be removed
     */
    int forgetBefore(Instant time);

    /** The entries were taken over by others, because it took too long. */
    final class ClaimLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ClaimLost() {
            super("the entries were taken over");
        }
    }
}
