package ai.novacore.domain.shared;

import java.time.Instant;
import java.util.Locale;

/**
 * A command broke a rule, so nothing happened. Not a bug and not a failure: the caller is told the stable
 * {@link #code()} and may switch on it.
 */
public abstract sealed class DomainRejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RejectionKind kind;
    private final String code;

    private DomainRejection(RejectionKind kind, String code, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    /** The sort of rule that was broken. */
    public RejectionKind kind() {
        return kind;
    }

    /** Stable, snake_case; part of the HTTP contract. */
    public String code() {
        return code;
    }

    /** A rule other than a limit. */
    public static final class RuleBroken extends DomainRejection {
        private static final long serialVersionUID = 1L;

        public RuleBroken(RejectionKind kind, String code, String message) {
            super(kind, code, message);
        }
    }

    /** A limit is used up. */
    public static final class LimitReached extends DomainRejection {
        private static final long serialVersionUID = 1L;

        private final String resource;
        private final long limit;
        private final long used;
        private final Instant resetsAt;

        /**
         * @param resource what ran out: {@code tokens}, {@code messages} or {@code memories}
         * @param limit how many there are in a period
         * @param used how many of them are used or reserved
         * @param resetsAt when the period ends
         */
        public LimitReached(String code, String resource, long limit, long used, Instant resetsAt) {
            super(RejectionKind.LIMIT_REACHED, code, message(resource, limit, used));
            this.resource = resource;
            this.limit = limit;
            this.used = used;
            this.resetsAt = resetsAt;
        }

        private static String message(String resource, long limit, long used) {
            return used >= limit
                    ? String.format(Locale.ROOT, "All %,d %s that your plan has for now are used.", limit, resource)
                    : String.format(
                            Locale.ROOT,
                            "Of the %,d %s that your plan has for now %,d are left, which is too little for this.",
                            limit,
                            resource,
                            limit - used);
        }

        public String resource() {
            return resource;
        }

        public long limit() {
            return limit;
        }

        public long used() {
            return used;
        }

        public Instant resetsAt() {
            return resetsAt;
        }
    }

    /** Something was tried too often, and can be tried again later. */
    public static final class TooOften extends DomainRejection {
        private static final long serialVersionUID = 1L;

        private final Instant retryAt;

        /**
         * @param retryAt when it can be tried again
         */
        public TooOften(String code, String message, Instant retryAt) {
            super(RejectionKind.LIMIT_REACHED, code, message);
            this.retryAt = retryAt;
        }

        public Instant retryAt() {
            return retryAt;
        }
    }

    public static RuleBroken invalid(String code, String message) {
        return new RuleBroken(RejectionKind.INVALID, code, message);
    }

    public static RuleBroken tooLarge(String code, String message) {
        return new RuleBroken(RejectionKind.TOO_LARGE, code, message);
    }

    /** The one answer for things that do not exist and things that belong to somebody else. */
    public static RuleBroken notFound() {
        return new RuleBroken(RejectionKind.NOT_FOUND, "not_found", "There is no such thing here.");
    }

    public static RuleBroken conflict(String code, String message) {
        return new RuleBroken(RejectionKind.CONFLICT, code, message);
    }

    public static RuleBroken unauthenticated(String code, String message) {
        return new RuleBroken(RejectionKind.UNAUTHENTICATED, code, message);
    }

    public static RuleBroken forbidden(String code, String message) {
        return new RuleBroken(RejectionKind.FORBIDDEN, code, message);
    }

    public static RuleBroken expired(String code, String message) {
        return new RuleBroken(RejectionKind.EXPIRED, code, message);
    }
}
