package ai.novacore.application.user;

import static ai.novacore.application.user.MemberFixture.EMAIL;
import static ai.novacore.application.user.MemberFixture.PASSWORD;
import static ai.novacore.application.user.MemberFixture.PUBLIC_URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.shared.Correlation;
import ai.novacore.application.user.port.out.Mailer.Mail;
import ai.novacore.application.user.port.out.Mailer.Template;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.user.EmailAddress;
import ai.novacore.domain.user.UserEvent.UserRegistered;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisteringAccount {
    private final MemberFixture fixture = new MemberFixture();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final RegisterUser registering = registering(background::add);

    @Test
    void createsTheAccountWithItsCredentials() {
        registering.register(EMAIL, PASSWORD, "  Ada Lovelace ");

        assertThat(fixture.commands.events()).singleElement().satisfies(event -> {
            UserRegistered registered = (UserRegistered) event;
            assertThat(registered.email()).isEqualTo(EMAIL);
            assertThat(registered.displayName()).isEqualTo(new PersonalText("Ada Lovelace"));
            assertThat(fixture.registry.find(EMAIL)).contains(registered.id());
            assertThat(fixture.hasher.matches(
                            PASSWORD, fixture.credentials.find(registered.id()).orElseThrow()))
                    .isTrue();
        });
        assertThat(background).isEmpty();
    }

    @Test
    void changesNothingWhenTheAddressIsTaken() {
        fixture.withAda();
        registering.register(EMAIL, "another 99 good password", "Eve");

        assertThat(fixture.commands.events()).hasSize(1);
        assertThat(fixture.hasher.matches(
                        PASSWORD, fixture.credentials.find(MemberFixture.ADA).orElseThrow()))
                .isTrue();
    }

    @Test
    void hashesOnceWhetherOrNotTheAddressIsTaken() {
        fixture.withAda();
        int before = fixture.hasher.hashings();

        registering.register(EMAIL, PASSWORD, "Eve");
        int taken = fixture.hasher.hashings() - before;
        registering.register(new EmailAddress("bob@example.org"), PASSWORD, "Bob");

        assertThat(taken).isEqualTo(1);
        assertThat(fixture.hasher.hashings() - before - taken).isEqualTo(taken);
    }

    @Test
    void tellsTheOwnerOfATakenAddressInTheBackground() {
        fixture.withAda();
        registering.register(EMAIL, PASSWORD, "Eve");

        assertThat(fixture.mailer.attempts()).isZero();
        background.remove().run();
        assertThat(fixture.mailer.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(EMAIL);
            assertThat(mail.template()).isEqualTo(Template.ALREADY_REGISTERED);
            assertThat(mail.values()).isEqualTo(Map.of("displayName", "Ada", "link", "https://nova.example/login"));
        });
    }

    @Test
    void tellsTheOwnerAlthoughTheMailServerFailsAtFirst() {
        fixture.withAda();
        fixture.mailer.fail(2);
        registering.register(EMAIL, PASSWORD, "Eve");
        background.remove().run();

        assertThat(fixture.mailer.attempts()).isEqualTo(3);
        assertThat(fixture.mailer.mails()).hasSize(1);
    }

    @Test
    void isNotDisturbedByAMailThatCannotBeSent() {
        fixture.withAda();
        fixture.mailer.fail(99);
        registering.register(EMAIL, PASSWORD, "Eve");
        background.remove().run();
        registering(_ -> {
                    throw new RejectedExecutionException("shutting down");
                })
                .register(EMAIL, PASSWORD, "Eve");

        assertThat(fixture.mailer.attempts()).isEqualTo(3);
        assertThat(fixture.mailer.mails()).isEmpty();
    }

    @Test
    void mailsInTheNameOfTheRequestThatCausedIt() {
        fixture.withAda();
        Correlation request = new Correlation("req-1", Actor.system("test"));
        String[] seen = new String[1];
        RegisterUser watched = new RegisterUser(
                fixture.registry,
                fixture.credentials,
                fixture.hasher,
                fixture.commands,
                new AlreadyRegisteredNotice(
                        fixture.registry,
                        fixture.accounts,
                        (Mail _) -> seen[0] = Correlation.current().id(),
                        PUBLIC_URL,
                        background::add,
                        fixture.clock),
                fixture.ids,
                fixture.clock);

        request.run(() -> watched.register(EMAIL, PASSWORD, "Eve"));
        background.remove().run();

        assertThat(seen[0]).isEqualTo("req-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Ada\nBcc", "Ada\u0000B", "A\u2028da"})
    void needsANameThatCanBePrinted(String name) {
        assertRejected(name, "invalid_request");
    }

    @Test
    void takesNamesOfEightyCharactersOfAnyScript() {
        assertRejected("🦊".repeat(81), "invalid_request");
        registering.register(EMAIL, PASSWORD, "🦊".repeat(80));

        assertThat(fixture.commands.events()).hasSize(1);
    }

    @Test
    void refusesBadPasswordsBeforeHashingThem() {
        assertThatThrownBy(() -> registering.register(EMAIL, "password1234", "Ada"))
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("password_rejected"));
        assertThat(fixture.hasher.hashings()).isZero();
        assertThat(fixture.registry.find(EMAIL)).isEmpty();
    }

    private void assertRejected(String name, String code) {
        assertThatThrownBy(() -> registering.register(EMAIL, PASSWORD, name))
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }

    private RegisterUser registering(Executor executor) {
        return new RegisterUser(
                fixture.registry,
                fixture.credentials,
                fixture.hasher,
                fixture.commands,
                new AlreadyRegisteredNotice(
                        fixture.registry,
                        fixture.accounts,
                        fixture.mailer,
                        PUBLIC_URL,
                        executor,
                        fixture.clock,
                        List.of(Duration.ZERO, Duration.ZERO)),
                fixture.ids,
                fixture.clock);
    }
}
