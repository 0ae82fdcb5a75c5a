package ai.novacore.adapters.persistence.conversation;

import ai.novacore.adapters.persistence.OnPostgres;
import ai.novacore.application.conversation.IdempotencyKeysContract;
import ai.novacore.application.conversation.port.out.IdempotencyKeys;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class KeepingIdempotencyKeysInPostgres extends IdempotencyKeysContract {

    @Override
    protected IdempotencyKeys keys() {
        return OnPostgres.bean(IdempotencyKeys.class);
    }
}
