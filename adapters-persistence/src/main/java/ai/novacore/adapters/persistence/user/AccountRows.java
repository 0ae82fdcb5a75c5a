package ai.novacore.adapters.persistence.user;

import org.springframework.data.repository.CrudRepository;

interface AccountRows extends CrudRepository<AccountRow, String> {}
