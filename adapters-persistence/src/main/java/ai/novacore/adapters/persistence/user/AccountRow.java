package ai.novacore.adapters.persistence.user;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.user.readmodel.Account;
import ai.novacore.application.user.readmodel.Account.Standing;
import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "account")
class AccountRow {
    @Id
    @Column(name = "user_id")
    private String id;

    @Column(name = "email")
    private String email;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "email_verified_at")
    private @Nullable Instant emailVerifiedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "tier")
    private Tier tier;

    @Convert(converter = RolesColumn.class)
    @Column(name = "roles")
    private List<Role> roles;

    @Enumerated(EnumType.STRING)
    @Column(name = "standing")
    private Standing standing;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For JPA, which fills the fields in afterwards. */
    @SuppressWarnings("NullAway.Init")
    protected AccountRow() {}

    AccountRow(Account account) {
        this.id = account.id().value();
        this.email = account.email();
        this.displayName = Columns.text(account.displayName());
        this.emailVerifiedAt = Columns.timeOrNull(account.emailVerifiedAt());
        this.tier = account.tier();
        this.roles = account.roles();
        this.standing = account.standing();
        this.createdAt = Columns.time(account.createdAt());
    }

    Account toAccount() {
        return new Account(new UserId(id), email, displayName, emailVerifiedAt, tier, roles, standing, createdAt);
    }
}
