package ai.novacore.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RejectingCommands {

    @Test
    void tellsTheSortOfRuleAndAStableCode() {
        assertThat(DomainRejection.invalid("a", "A.").kind()).isEqualTo(RejectionKind.INVALID);
        assertThat(DomainRejection.notFound().kind()).isEqualTo(RejectionKind.NOT_FOUND);
        assertThat(DomainRejection.forbidden("a", "A.").kind()).isEqualTo(RejectionKind.FORBIDDEN);
        assertThat(DomainRejection.unauthenticated("a", "A.").kind()).isEqualTo(RejectionKind.UNAUTHENTICATED);
        assertThat(DomainRejection.conflict("a", "A.").kind()).isEqualTo(RejectionKind.CONFLICT);
        assertThat(DomainRejection.expired("a", "A.").kind()).isEqualTo(RejectionKind.EXPIRED);
        assertThat(DomainRejection.expired("link_over", "A."))
                .hasMessage("A.")
                .extracting(DomainRejection::code)
                .isEqualTo("link_over");
    }

    @Test
    void costsNoStackTrace() {
        assertThat(DomainRejection.notFound().getStackTrace()).isEmpty();
    }
}
