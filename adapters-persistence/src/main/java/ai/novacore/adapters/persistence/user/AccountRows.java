package ai.novacore.adapters.persistence.user;

import ai.novacore.application.user.readmodel.Account.Standing;
import org.springframework.data.repository.CrudRepository;

interface AccountRows extends CrudRepository<AccountRow, String> {

    long countByStanding(Standing standing);
}
