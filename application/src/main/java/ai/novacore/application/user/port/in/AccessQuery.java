package ai.novacore.application.user.port.in;

import ai.novacore.domain.shared.Tier;
import ai.novacore.domain.shared.UserId;
import ai.novacore.domain.user.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What sessions may do at this moment. An access token says only whose it is; it is asked here, at every request and every
 * few seconds while something is streamed, whether its session still goes on and what its owner may do.
 */
public interface AccessQuery {

    /**
     * What a session may do.
     *
     * @param suspended the person may do nothing until they are reinstated
     */
    record Access(UserId user, List<Role> roles, Tier tier, boolean suspended) {
        public Access {
            roles = List.copyOf(roles);
        }
    }

    /** By session; one that is over, or was never begun, is missing. One query, however many they are. */
    Map<String, Access> access(Collection<String> sessions);
}
