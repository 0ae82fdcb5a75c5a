package ai.novacore.adapters.persistence.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.novacore.adapters.persistence.TestDatabase;
import ai.novacore.application.shared.port.out.PersonalKeys;
import ai.novacore.domain.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChangingTheMasterKey {
    private static final String OLD = MasterKeys.generate();
    private static final String NEW = MasterKeys.generate();
    private static final int PEOPLE = 600;

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final KeyPersistence persistence = new KeyPersistence();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void wrapsEveryKeyAnewSoThatTheOldOneCanGo() {
        List<String> sealed = new ArrayList<>();
        PersonalKeys before = keys(OLD);
        for (int n = 0; n < PEOPLE; n++) {
            sealed.add(before.seal(person(n), "text " + n));
        }
        before.destroy(person(0));

        change(NEW + "," + OLD);
        change(NEW);

        PersonalKeys after = keys(NEW);
        assertThat(after.open(person(0), sealed.getFirst())).isEmpty();
        for (int n = 1; n < PEOPLE; n++) {
            assertThat(after.open(person(n), sealed.get(n))).contains("text " + n);
        }
    }

    @Test
    void readsWithBothWhileNodesAreChangedOneByOne() {
        PersonalKeys first = keys(OLD + "," + NEW);
        PersonalKeys second = keys(NEW + "," + OLD);

        assertThat(second.open(person(1), first.seal(person(1), "one"))).contains("one");
        assertThat(first.open(person(2), second.seal(person(2), "two"))).contains("two");
    }

    @Test
    void refusesToGoOnWithoutAKeyThatIsInUse() {
        String sealed = keys(OLD).seal(person(1), "one");

        assertThatExceptionOfType(WrongMasterKeyException.class)
                .isThrownBy(() -> change(NEW))
                .withMessageContaining("NOVA_DATA_KEY");
        assertThatExceptionOfType(WrongMasterKeyException.class)
                .isThrownBy(() -> keys(NEW).open(person(1), sealed));
        assertThat(keys(OLD).open(person(1), sealed)).contains("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "###", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "c2hvcnQ="})
    void takesOnlyRandomBytesOfTheRightLength(String weak) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MasterKeys.parse(weak))
                .withMessageMatching("(must|repeats) .*");
        assertThatIllegalArgumentException().isThrownBy(() -> MasterKeys.parse(OLD + "," + weak));
        assertThatIllegalArgumentException().isThrownBy(() -> MasterKeys.parse(OLD + "," + OLD));
    }

    @Test
    void neverShowsAKey() {
        assertThat(MasterKeys.parse(OLD + " , " + NEW).toString()).doesNotContain(OLD, NEW);
    }

    @Test
    void givesAllNodesOfAMachineTheSame() {
        String sealed = persistence
                .personalKeys(jdbc, SharedDataKey.findOrGenerate(jdbc))
                .seal(person(1), "one");

        assertThat(persistence
                        .personalKeys(jdbc, SharedDataKey.findOrGenerate(jdbc))
                        .open(person(1), sealed))
                .contains("one");
    }

    private PersonalKeys keys(String setting) {
        return persistence.personalKeys(jdbc, MasterKeys.parse(setting));
    }

    private void change(String setting) {
        persistence.masterKeyChange(jdbc, MasterKeys.parse(setting)).apply();
    }

    private static UserId person(int n) {
        return new UserId("usr_" + n);
    }
}
