package ai.novacore.application.support;

import static ai.novacore.application.shared.ManualClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.novacore.application.shared.IdGenerator;
import ai.novacore.application.shared.ManualClock;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.application.support.port.in.AuditLooksUseCase;
import ai.novacore.application.support.port.in.AuditLooksUseCase.Looking;
import ai.novacore.application.support.port.out.LookStore.Look;
import ai.novacore.domain.memory.MemoryEvent.MemoryRecalled;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditingLooks {
    private static final UserId SUE = new UserId("usr_sue");
    private static final UserId ADA = new UserId("usr_ada");

    private final ManualClock clock = new ManualClock();
    private final InMemoryHistoryLog history = new InMemoryHistoryLog();
    private final AuditLooksUseCase audit = new AuditLooks(new InMemoryLooks(), history, new IdGenerator(clock), clock);

    @Test
    void findsOutWhoseDataItIs() {
        history.append(new MemoryRecalled(new MemoryId("mem_tea"), NOON, ADA, new TurnId("trn_1")));

        audit.note(looking(List.of("usr_ada")));
        audit.note(looking(List.of("mem_tea", "memory")));
        audit.note(looking(List.of("mem_unknown")));
        audit.note(looking(List.of()));

        assertThat(looks(null))
                .extracting(Look::target, Look::person)
                .containsExactlyInAnyOrder(
                        tuple("usr_ada", ADA),
                        tuple("mem_tea memory", ADA),
                        tuple("mem_unknown", null),
                        tuple("", null));
        assertThat(looks(ADA)).hasSize(2).allSatisfy(look -> {
            assertThat(look.staff()).isEqualTo(SUE);
            assertThat(look.reason()).isEqualTo("ticket 4711");
            assertThat(look.unmasked()).isTrue();
            assertThat(look.at()).isEqualTo(NOON);
            assertThat(look.correlationId()).isNotBlank();
        });
    }

    @Test
    void keepsNothingThatIsNoId() {
        audit.note(looking(List.of("anna@example.org", "a\nb", "x".repeat(101))));

        assertThat(looks(null)).extracting(Look::target).containsExactly("");
    }

    private static Looking looking(List<String> named) {
        return new Looking(SUE, "GET /support/something", named, "ticket 4711", true);
    }

    private List<Look> looks(@Nullable UserId person) {
        return audit.looks(person, PageRequest.first(10)).items();
    }
}
