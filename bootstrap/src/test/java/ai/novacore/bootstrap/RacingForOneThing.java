package ai.novacore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.user.port.in.RegisterUserUseCase;
import ai.novacore.application.user.port.in.SessionUseCase;
import ai.novacore.application.user.port.in.SessionUseCase.Client;
import ai.novacore.application.user.port.in.SessionUseCase.Session;
import ai.novacore.application.user.port.in.VerifyEmailUseCase;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.EmailAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several at once for what only one can have, against PostgreSQL; failure cases 14 and 25. */
class RacingForOneThing {
    private static final int ROUNDS = System.getProperty("nova.long") != null ? 1_000 : 5;
    private static final String PASSWORD = Caller.PASSWORD;
    private static final String OTHER = "copper lantern 42 harbour";

    private final Product product = Product.shared();
    private final SessionUseCase sessions = product.bean(SessionUseCase.class);
    private final VerifyEmailUseCase verification = product.bean(VerifyEmailUseCase.class);
    private final RegisterUserUseCase registration = product.bean(RegisterUserUseCase.class);

    @Test
    void twoRefreshesLeaveOneFamilyThatIsUsable() throws Exception {
        EmailAddress email = register();
        for (int round = 0; round < ROUNDS; round++) {
            Session first = logIn(email, PASSWORD);
            UserId user = first.account().id();

            List<String> refreshed = new ArrayList<>();
            for (Object outcome : atOnce(2, () -> sessions.refresh(first.refreshToken()))) {
                assertThat(outcome).isInstanceOfSatisfying(Session.class, s -> refreshed.add(s.refreshToken()));
            }

            assertThat(refreshed).hasSize(2).doesNotHaveDuplicates();
            assertThat(sessions.open(user)).hasSize(1);
            for (String token : refreshed) {
                assertThat(sessions.refresh(token).account().id()).isEqualTo(user);
            }
            sessions.logOut(first.refreshToken());
        }
    }

    @Test
    void oneOfTwoVerificationsWins() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String link = product.caller().awaitLink(register().value(), "/verify-email?token=");
            String token = link.substring(link.indexOf('=') + 1);

            assertThat(codes(atOnce(2, () -> verification.verify(token, "round-" + UUID.randomUUID()))))
                    .containsExactlyInAnyOrder("", "verification_token_invalid");
        }
    }

    @Test
    void oneOfTwoRegistrationsGetsTheAddressAndBothAreAnsweredAlike() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress email = address();
            List<String> passwords = Collections.synchronizedList(new ArrayList<>(List.of(PASSWORD, OTHER)));

            assertThat(codes(atOnce(2, () -> {
                        registration.register(email, passwords.removeFirst(), "Ada", null);
                        return "";
                    })))
                    .containsExactly("", "");

            assertThat(List.of(loginCode(email, PASSWORD), loginCode(email, OTHER)))
                    .containsExactlyInAnyOrder("", "invalid_credentials");
        }
    }

    @Test
    void nobodyGetsOverTheThrottle() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            EmailAddress email = address();
            List<String> codes = codes(atOnce(
                    6, () -> sessions.logIn(email.value(), "wrong", new Client("" + UUID.randomUUID(), ""))));

            assertThat(codes).filteredOn("invalid_credentials"::equals).hasSize(5);
            assertThat(codes).filteredOn("login_throttled"::equals).hasSize(1);
        }
    }

    @Test
    void companyKeepsNobodyOut() throws Exception {
        EmailAddress email = register();
        Client office = new Client("office-" + UUID.randomUUID(), "");

        assertThat(codes(atOnce(12, () -> sessions.logIn(email.value(), PASSWORD, office))))
                .containsOnly("");
    }

    private static List<Object> atOnce(int count, Callable<?> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        List<Object> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        return work.call();
                    } catch (DomainRejection rejection) {
                        return rejection;
                    }
                }));
            }
            for (Future<Object> outcome : running) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    /** The codes of refusals; empty for what succeeded. */
    private static List<String> codes(List<Object> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome instanceof DomainRejection rejection ? rejection.code() : "")
                .toList();
    }

    private EmailAddress register() {
        EmailAddress email = address();
        registration.register(email, PASSWORD, "Ada", null);
        return email;
    }

    private static EmailAddress address() {
        return new EmailAddress("racer-" + UUID.randomUUID() + "@example.org");
    }

    private Session logIn(EmailAddress email, String password) {
        return sessions.logIn(email.value(), password, new Client("round-" + UUID.randomUUID(), ""));
    }

    private String loginCode(EmailAddress email, String password) {
        try {
            logIn(email, password);
            return "";
        } catch (DomainRejection rejection) {
            return rejection.code();
        }
    }
}
