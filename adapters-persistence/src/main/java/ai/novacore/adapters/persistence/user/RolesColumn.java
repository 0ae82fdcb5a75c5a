package ai.novacore.adapters.persistence.user;

import ai.novacore.adapters.persistence.JsonColumn;
import ai.novacore.domain.user.Role;

class RolesColumn extends JsonColumn<Role, Role> {
    RolesColumn() {
        super(Role.class);
    }

    @Override
    protected Role toStored(Role item) {
        return item;
    }

    @Override
    protected Role fromStored(Role stored) {
        return stored;
    }
}
