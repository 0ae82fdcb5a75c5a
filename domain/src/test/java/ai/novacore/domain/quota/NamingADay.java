package ai.novacore.domain.quota;

import static ai.novacore.domain.quota.QuotaExamples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingADay {

    @Test
    void goesByUtc() {
        assertThat(QuotaId.on(ADA, Instant.parse("2026-03-14T23:59:59.999Z"))).isEqualTo(TODAY);
        assertThat(QuotaId.on(ADA, Instant.parse("2026-03-15T00:00:00Z"))).isNotEqualTo(TODAY);
    }

    @Test
    void canBeStoredAndRead() {
        assertThat(TODAY.value()).isEqualTo("quota_usr_ada_2026-03-14");
        assertThat(QuotaId.parse(TODAY.value())).isEqualTo(TODAY);
    }

    @Test
    void spansFromMidnightToMidnight() {
        assertThat(TODAY.startsAt()).isEqualTo("2026-03-14T00:00:00Z");
        assertThat(TODAY.resetsAt()).isEqualTo("2026-03-15T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quota_",
                "usr_ada_2026-03-14",
                "quota_2026-03-14",
                "quota_usr_ada_2026-13-14",
                "quota_cnv_ada_2026-03-14",
                "quota_usr_ada"
            })
    void refusesWhatHasAnotherForm(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> QuotaId.parse(value));
    }
}
