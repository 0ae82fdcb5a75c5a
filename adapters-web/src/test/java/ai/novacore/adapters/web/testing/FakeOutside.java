package ai.novacore.adapters.web.testing;

import ai.novacore.adapters.web.health.HealthReport;
import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.shared.port.out.EventLog;
import ai.novacore.application.user.port.out.Mailbox;
import ai.novacore.domain.quota.QuotaEvent;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.Actor;
import ai.novacore.domain.shared.AggregateId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Models, mails, events and health. */
public final class FakeOutside implements ModelCatalog, Mailbox, EventLog, HealthReport {
    public volatile Status memoryStatus = Status.UP;
    public volatile Map<String, String> details = Map.of();

    @Override
    public List<Model> models() {
        return List.of(new Model("llama3.2", "A small model", false));
    }

    @Override
    public int contextTokens(String model) {
        return 8_192;
    }

    @Override
    public String defaultModel() {
        return "llama3.2";
    }

    @Override
    public List<Message> messages(@Nullable String to) {
        return Stream.of(mail("anna@example.org", "Verify <script>alert(1)</script>"), mail("ben@example.org", "Hello"))
                .filter(mail -> to == null || mail.to().equals(to))
                .toList();
    }

    @Override
    public List<Recorded> after(long position, @Nullable String correlationId, int limit) {
        QuotaId id = new QuotaId(new UserId("usr_anna"), java.time.LocalDate.parse("2026-03-01"));
        return List.of(new Recorded(
                position + 1,
                0,
                "quota.usage-reserved/1",
                correlationId == null ? "none" : correlationId,
                Actor.system("test"),
                new QuotaEvent.UsageReserved(id, TestServer.NOW, new TurnId("trn_1"), 100, 1_024)));
    }

    @Override
    public List<Recorded> stream(AggregateId id, long fromSequence, int limit) {
        return List.of();
    }

    @Override
    public Health of(Part part) {
        Status status = part == Part.MEMORY ? memoryStatus : Status.UP;
        return new Health(status, Map.of("database", status), details);
    }

    private static Message mail(String to, String subject) {
        return new Message(
                to,
                subject,
                "Open <b>this</b>",
                "<p>Open</p>",
                List.of("http://localhost:8080/verify-email?token=a&b=\"c", "javascript:alert(1)"),
                TestServer.NOW);
    }
}
