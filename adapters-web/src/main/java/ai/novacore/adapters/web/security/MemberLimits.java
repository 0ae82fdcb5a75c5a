package ai.novacore.adapters.web.security;

import ai.novacore.application.shared.port.out.RateLimiter.Decision;

/** How often a member may ask for something, whichever way they ask. */
public interface MemberLimits {

    /** Counts one request of theirs, by the limit of the tier that they have now. */
    Decision request(Member member);
}
