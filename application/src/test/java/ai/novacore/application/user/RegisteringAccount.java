package ai.novacore.application.user;

import static ai.novacore.application.shared.ManualClock.NOON;
import static ai.novacore.application.user.MemberFixture.EMAIL;
import static ai.novacore.application.user.MemberFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.user.port.out.InvitationStore.Invitation;
import ai.novacore.application.user.port.out.InvitationStore.Status;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.UserEvent.ErasureRequested;
import ai.novacore.domain.user.UserEvent.RegistrationRepeated;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisteringAccount {
    private final MemberFixture fixture = new MemberFixture();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final RegisterUser registering = new RegisterUser(
            fixture.registry,
            fixture.credentials,
            invitations,
            fixture.hasher,
            fixture.commands,
            fixture.limiter,
            fixture.metrics,
            fixture.ids,
            new EvenPace(Duration.ZERO),
            fixture.clock);

    @Test
    void notesWhoseInvitationWasTaken() {
        UserId grace = new UserId("usr_grace");
        EmailAddress other = new EmailAddress("ada@work.example");
        invitations.add(Invitation.pending("inv_1", EMAIL, grace, NOON));
        invitations.add(Invitation.pending("inv_2", other, grace, NOON));

        registering.register(EMAIL, PASSWORD, "Ada", "inv_2");

        UserId ada = fixture.registry.find(EMAIL).orElseThrow();
        for (EmailAddress invited : List.of(EMAIL, other)) {
            assertThat(invitations.find(invited)).hasValueSatisfying(invitation -> {
                assertThat(invitation.status()).isEqualTo(Status.REGISTERED);
                assertThat(invitation.user()).isEqualTo(ada);
            });
        }
    }

    @Test
    void takesAnInvitationThatIsNoneForNone() {
        registering.register(EMAIL, PASSWORD, "Ada", "\u0000");

        assertThat(fixture.registry.find(EMAIL)).isPresent();
    }

    @Test
    void createsTheAccountWithItsCredentials() {
        registering.register(EMAIL, PASSWORD, "  Ada Lovelace ", null);

        assertThat(fixture.commands.events()).singleElement().satisfies(event -> {
            UserRegistered registered = (UserRegistered) event;
            assertThat(registered.email()).isEqualTo(EMAIL);
            assertThat(registered.displayName()).isEqualTo(new PersonalText("Ada Lovelace"));
            assertThat(fixture.registry.find(EMAIL)).contains(registered.id());
            assertThat(fixture.hasher.matches(
                            PASSWORD, fixture.credentials.find(registered.id()).orElseThrow()))
                    .isTrue();
        });
    }

    @Test
    void changesNothingWhenTheAddressIsTaken() {
        fixture.withAda();
        registering.register(EMAIL, "another 99 good password", "Eve", null);

        assertThat(fixture.hasher.matches(
                        PASSWORD, fixture.credentials.find(MemberFixture.ADA).orElseThrow()))
                .isTrue();
    }

    @Test
    void hashesOnceWhetherOrNotTheAddressIsTaken() {
        fixture.withAda();
        int before = fixture.hasher.hashings();

        registering.register(EMAIL, PASSWORD, "Eve", null);
        int taken = fixture.hasher.hashings() - before;
        registering.register(new EmailAddress("bob@example.org"), PASSWORD, "Bob", null);

        assertThat(taken).isEqualTo(1);
        assertThat(fixture.hasher.hashings() - before - taken).isEqualTo(taken);
    }

    @Test
    void recordsThatATakenAddressWasTriedSoThatItsOwnerIsTold() {
        fixture.withAda();
        registering.register(EMAIL, PASSWORD, "Eve", null);

        assertThat(fixture.commands.events(MemberFixture.ADA).getLast())
                .isEqualTo(new RegistrationRepeated(MemberFixture.ADA, fixture.clock.instant()));
    }

    @Test
    void doesNotFloodTheOwnerOfATakenAddress() {
        fixture.withAda();
        for (int i = 0; i < 9; i++) {
            registering.register(EMAIL, PASSWORD, "Eve", null);
        }
        assertThat(fixture.commands.events(MemberFixture.ADA)).hasSize(2);

        fixture.clock.advance(Duration.ofHours(1));
        registering.register(EMAIL, PASSWORD, "Eve", null);
        assertThat(fixture.commands.events(MemberFixture.ADA)).hasSize(3);
    }

    @Test
    void saysTheSameWhenTheOwnerOfTheAddressIsOnTheirWayOut() {
        fixture.withAda();
        fixture.commands.given(new ErasureRequested(MemberFixture.ADA, fixture.clock.instant()));

        assertThatCode(() -> registering.register(EMAIL, PASSWORD, "Eve", null)).doesNotThrowAnyException();
    }

    @Test
    void countsAccountsAndNotAttempts() {
        registering.register(EMAIL, PASSWORD, "Ada", null);
        registering.register(EMAIL, PASSWORD, "Eve", null);

        assertThat(fixture.meters.counter("auth.registration").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Ada\nBcc", "Ada\u0000B", "A\u2028da"})
    void needsANameThatCanBePrinted(String name) {
        assertRejected(name, "invalid_request");
    }

    @Test
    void takesNamesOfEightyCharactersOfAnyScript() {
        assertRejected("🦊".repeat(81), "invalid_request");
        registering.register(EMAIL, PASSWORD, "🦊".repeat(80), null);

        assertThat(fixture.commands.events()).hasSize(1);
    }

    @Test
    void refusesBadPasswordsBeforeHashingThem() {
        assertThatThrownBy(() -> registering.register(EMAIL, "password1234", "Ada", null))
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("password_rejected"));
        assertThat(fixture.hasher.hashings()).isZero();
        assertThat(fixture.registry.find(EMAIL)).isEmpty();
    }

    private void assertRejected(String name, String code) {
        assertThatThrownBy(() -> registering.register(EMAIL, PASSWORD, name, null))
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
