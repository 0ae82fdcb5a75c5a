package ai.novacore.domain.user;

import ai.novacore.domain.shared.PersonalText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account. What is personal in it is dropped once the account is erased, so that no snapshot keeps it.
 *
 * @param email absent before the registration and after the erasure
 * @param displayName absent when {@code email} is
 * @param roles in the order of {@link Role}
 * @param verifiedAt when the person proved that the address is theirs
 * @param token the one token that can prove it; absent when none is out, and when it is used up
 * @param suspended the person may not act; staff and the system still may
 * @param erasureRequestedAt since when the account is closing
 * @param pendingErasure what still has to be done before the account is gone, in the order of {@link ErasureStep}
 * @param erasedAt since when the account is gone
 */
public record User(
        @Nullable EmailAddress email,
        @Nullable PersonalText displayName,
        List<Role> roles,
        @Nullable Instant verifiedAt,
        @Nullable VerificationToken token,
        boolean suspended,
        @Nullable Instant erasureRequestedAt,
        List<ErasureStep> pendingErasure,
        @Nullable Instant erasedAt) {

    static final User UNREGISTERED = new User(null, null, List.of(), null, null, false, null, List.of(), null);

    /** A token that was mailed, known by its hash; at {@code expiresAt} it is too late. */
    public record VerificationToken(TokenHash hash, Instant expiresAt) {}

    public User {
        roles = List.copyOf(roles);
        pendingErasure = List.copyOf(pendingErasure);
    }

    /** Whether the account is on its way out, or gone. */
    public boolean closing() {
        return erasureRequestedAt != null || erasedAt != null;
    }

    User registered(EmailAddress address, PersonalText name, List<Role> given) {
        return new User(
                address, name, given, verifiedAt, token, suspended, erasureRequestedAt, pendingErasure, erasedAt);
    }

    User withToken(VerificationToken issued) {
        return new User(
                email, displayName, roles, verifiedAt, issued, suspended, erasureRequestedAt, pendingErasure, erasedAt);
    }

    User verified(Instant at) {
        return new User(email, displayName, roles, at, null, suspended, erasureRequestedAt, pendingErasure, erasedAt);
    }

    User withRoles(List<Role> given) {
        return new User(
                email, displayName, given, verifiedAt, token, suspended, erasureRequestedAt, pendingErasure, erasedAt);
    }

    User withDisplayName(PersonalText name) {
        return new User(email, name, roles, verifiedAt, token, suspended, erasureRequestedAt, pendingErasure, erasedAt);
    }

    User withSuspended(boolean now) {
        return new User(
                email, displayName, roles, verifiedAt, token, now, erasureRequestedAt, pendingErasure, erasedAt);
    }

    User closingSince(Instant at) {
        return new User(
                email, displayName, roles, verifiedAt, token, suspended, at, List.of(ErasureStep.values()), erasedAt);
    }

    User withoutPending(ErasureStep done) {
        List<ErasureStep> left =
                pendingErasure.stream().filter(step -> step != done).toList();
        return new User(email, displayName, roles, verifiedAt, token, suspended, erasureRequestedAt, left, erasedAt);
    }

    User erased(Instant at) {
        return new User(null, null, List.of(), null, null, false, erasureRequestedAt, List.of(), at);
    }
}
