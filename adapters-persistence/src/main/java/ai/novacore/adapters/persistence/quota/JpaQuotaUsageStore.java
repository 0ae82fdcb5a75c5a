package ai.novacore.adapters.persistence.quota;

import ai.novacore.adapters.persistence.quota.QuotaReservationRow.TurnOfDay;
import ai.novacore.adapters.persistence.quota.QuotaWarningRow.Occasion;
import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.application.quota.readmodel.QuotaUsage.Warning;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.annotation.Transactional;

/** Every change locks the day's row first; what is read after that is the latest. */
@Transactional
class JpaQuotaUsageStore implements QuotaUsageStore {
    private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final QuotaUsageRows days;
    private final QuotaReservationRows reservations;
    private final QuotaWarningRows warnings;

    JpaQuotaUsageStore(QuotaUsageRows days, QuotaReservationRows reservations, QuotaWarningRows warnings) {
        this.days = days;
        this.reservations = reservations;
        this.warnings = warnings;
    }

    @Override
    public Optional<QuotaUsage> find(QuotaId id) {
        return days.findById(id.value()).map(day -> day.toQuotaUsage(warningsOf(id)));
    }

    @Override
    public List<QuotaId> since(LocalDate first, @Nullable QuotaId after, int limit) {
        return days.idsSince(first.toString(), after == null ? "" : after.value(), Limit.of(limit)).stream()
                .map(QuotaId::parse)
                .toList();
    }

    private List<Warning> warningsOf(QuotaId id) {
        return warnings.findAllOf(id.value()).stream()
                .map(QuotaWarningRow::toWarning)
                .toList();
    }

    @Override
    public void saveAllowance(QuotaId id, Allowance allowance) {
        warnings.deleteBetween(id.value(), id.value());
        days.findForChange(id.value())
                .ifPresentOrElse(day -> day.allow(allowance), () -> days.save(new QuotaUsageRow(id, allowance)));
    }

    @Override
    public void reserve(QuotaId id, TurnId turn, long tokens) {
        days.findForChange(id.value()).ifPresent(day -> {
            TurnOfDay key = new TurnOfDay(id.value(), turn.value());
            if (reservations.findById(key).isEmpty()) {
                reservations.save(new QuotaReservationRow(key, tokens));
                day.reserve(tokens);
            }
        });
    }

    @Override
    public void end(QuotaId id, TurnId turn, long usedTokens, long usedMessages) {
        days.findForChange(id.value()).ifPresent(day -> {
            QuotaReservationRow reservation = reservations
                    .findById(new TurnOfDay(id.value(), turn.value()))
                    .orElseThrow(() -> new IllegalStateException("no such reservation"));
            if (!reservation.ended()) {
                reservation.end();
                day.end(reservation.tokens(), usedTokens, usedMessages);
            }
        });
    }

    @Override
    public void warn(QuotaId id, Warning warning) {
        Occasion occasion = QuotaWarningRow.occasion(id, warning);
        if (days.findForChange(id.value()).isPresent()
                && warnings.findById(occasion).isEmpty()) {
            warnings.save(new QuotaWarningRow(occasion, warning.at()));
        }
    }

    @Override
    public void removeAll(UserId user) {
        String first = new QuotaId(user, FIRST_DAY).value();
        String last = new QuotaId(user, LAST_DAY).value();
        reservations.deleteBetween(first, last);
        warnings.deleteBetween(first, last);
        days.deleteBetween(first, last);
    }
}
