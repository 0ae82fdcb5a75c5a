package ai.novacore.adapters.persistence.quota;

import org.springframework.data.repository.CrudRepository;

interface QuotaReservationRows extends CrudRepository<QuotaReservationRow, QuotaReservationRow.TurnOfDay> {}
