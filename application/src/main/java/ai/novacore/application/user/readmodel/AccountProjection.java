package ai.novacore.application.user.readmodel;

import ai.novacore.application.shared.Projection;
import ai.novacore.application.user.port.out.AccountStore;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.DomainEvent;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.subscription.SubscriptionEvent.TierChanged;
import ai.novacore.domain.user.UserEvent;
import ai.novacore.domain.user.UserEvent.EmailVerified;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import ai.novacore.domain.user.UserEvent.ErasureStepCompleted;
import ai.novacore.domain.user.UserEvent.PasswordChanged;
import ai.novacore.domain.user.UserEvent.PasswordResetRequested;
import ai.novacore.domain.user.UserEvent.ProfileChanged;
import ai.novacore.domain.user.UserEvent.RefreshTokenReused;
import ai.novacore.domain.user.UserEvent.RegistrationRepeated;
import ai.novacore.domain.user.UserEvent.RolesChanged;
import ai.novacore.domain.user.UserEvent.UserErased;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import ai.novacore.domain.user.UserEvent.UserReinstated;
import ai.novacore.domain.user.UserEvent.UserSuspended;
import ai.novacore.domain.user.UserEvent.VerificationRequested;
import ai.novacore.domain.user.UserEvent.VerificationTokenIssued;
import java.util.function.UnaryOperator;

/** Folds what happens to people and their subscriptions into {@link Account}. */
public final class AccountProjection implements Projection {
    private final AccountStore accounts;

    public AccountProjection(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public boolean concerns(Class<?> eventType) {
        return UserEvent.class.isAssignableFrom(eventType) || eventType == TierChanged.class;
    }

    @Override
    public void project(DomainEvent event) {
        if (event instanceof UserEvent userEvent) {
            fold(userEvent);
        } else if (event instanceof TierChanged e) {
            change(e.user(), account -> account.withTier(e.to()));
        }
    }

    private void fold(UserEvent event) {
        switch (event) {
            case UserRegistered e -> register(e);
            case EmailVerified e ->
                change(e.id(), account -> account.withVerifiedEmail(e.email().value(), e.at()));
            case RolesChanged e -> change(e.id(), account -> account.withRoles(e.roles()));
            case ProfileChanged e ->
                change(
                        e.id(),
                        account -> account.withDisplayName(e.displayName().value()));
            case UserSuspended e -> change(e.id(), account -> account.withStanding(Standing.SUSPENDED));
            case UserReinstated e -> change(e.id(), account -> account.withStanding(Standing.ACTIVE));
            case ErasureRequested e -> change(e.id(), account -> account.withStanding(Standing.CLOSING));
            case UserErased e -> accounts.remove(e.id());
            case VerificationRequested e -> {}
            case VerificationTokenIssued e -> {}
            case PasswordChanged e -> {}
            case ErasureStepCompleted e -> {}
            case PasswordResetRequested e -> {}
            case RegistrationRepeated e -> {}
            case RefreshTokenReused e -> {}
        }
    }

    private void register(UserRegistered e) {
        if (accounts.find(e.id()).isEmpty()) {
            accounts.save(new Account(
                    e.id(),
                    e.email().value(),
                    e.displayName().value(),
                    null,
                    Tier.FREE,
                    e.roles(),
                    Standing.ACTIVE,
                    e.at()));
        }
    }

    private void change(UserId id, UnaryOperator<Account> change) {
        accounts.find(id).map(change).ifPresent(accounts::save);
    }
}
