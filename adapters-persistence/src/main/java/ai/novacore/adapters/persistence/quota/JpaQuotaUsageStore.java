package ai.novacore.adapters.persistence.quota;

import ai.novacore.adapters.persistence.quota.QuotaReservationRow.TurnOfDay;
import ai.novacore.application.quota.port.out.QuotaUsageStore;
import ai.novacore.application.quota.readmodel.QuotaUsage;
import ai.novacore.domain.quota.Allowance;
import ai.novacore.domain.quota.QuotaId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** Every change locks the day's row first; what is read after that is the latest. */
@Transactional
class JpaQuotaUsageStore implements QuotaUsageStore {
    private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final QuotaUsageRows days;
    private final QuotaReservationRows reservations;

    JpaQuotaUsageStore(QuotaUsageRows days, QuotaReservationRows reservations) {
        this.days = days;
        this.reservations = reservations;
    }

    @Override
    public Optional<QuotaUsage> find(QuotaId id) {
        return days.findById(id.value()).map(QuotaUsageRow::toQuotaUsage);
    }

    @Override
    public void saveAllowance(QuotaId id, Allowance allowance) {
        days.findForChange(id.value())
                .ifPresentOrElse(day -> day.allow(allowance), () -> days.save(new QuotaUsageRow(id, allowance)));
    }

    @Override
    public void reserve(QuotaId id, TurnId turn, long tokens) {
        QuotaUsageRow day = open(id);
        TurnOfDay key = new TurnOfDay(id.value(), turn.value());
        if (reservations.findById(key).isEmpty()) {
            reservations.save(new QuotaReservationRow(key, tokens));
            day.reserve(tokens);
        }
    }

    @Override
    public void end(QuotaId id, TurnId turn, long usedTokens, long usedMessages) {
        QuotaUsageRow day = open(id);
        QuotaReservationRow reservation = reservations
                .findById(new TurnOfDay(id.value(), turn.value()))
                .orElseThrow(() -> new IllegalStateException("no such reservation"));
        if (!reservation.ended()) {
            reservation.end();
            day.end(reservation.tokens(), usedTokens, usedMessages);
        }
    }

    private QuotaUsageRow open(QuotaId id) {
        return days.findForChange(id.value()).orElseThrow(() -> new IllegalStateException("the day was not opened"));
    }

    @Override
    public void removeAll(UserId user) {
        String first = new QuotaId(user, FIRST_DAY).value();
        String last = new QuotaId(user, LAST_DAY).value();
        reservations.deleteBetween(first, last);
        days.deleteBetween(first, last);
    }
}
