package ai.novacore.adapters.web.user;

import ai.novacore.adapters.web.input.Choices;
import ai.novacore.application.user.readmodel.Account;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as the HTTP contract shows it. */
@Schema(name = "User")
public record UserView(
        String id,
        String email,
        String displayName,
        boolean emailVerified,
        @Nullable Instant emailVerifiedAt,
        String tier,
        List<String> roles,
        Instant createdAt) {

    public static UserView of(Account account) {
        return new UserView(
                account.id().value(),
                account.email(),
                account.displayName(),
                account.emailVerifiedAt() != null,
                account.emailVerifiedAt(),
                Choices.lower(account.tier()),
                account.roles().stream().map(Enum::name).toList(),
                account.createdAt());
    }
}
