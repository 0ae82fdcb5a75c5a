package ai.novacore.application.reflection;

import static ai.novacore.application.reflection.ReflectionFixture.MIRA;
import static ai.novacore.application.reflection.ReflectionFixture.SETTLED_AFTER;
import static ai.novacore.application.reflection.ReflectionFixture.TALK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.novacore.application.memory.port.in.RunReport;
import ai.novacore.application.model.port.out.FactExtractor.Known;
import ai.novacore.application.model.port.out.ModelFailure;
import ai.novacore.application.model.port.out.ModelFailure.Kind;
import ai.novacore.application.model.port.out.UnusableReply;
import ai.novacore.domain.conversation.ConversationEvent.ConversationDeleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnsSetAside;
import ai.novacore.domain.memory.Evidence;
import ai.novacore.domain.memory.MemoryEvent.MemoryStored;
import ai.novacore.domain.memory.MemoryKind;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.MemoryId;
import ai.novacore.domain.shared.MemoryTier;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class Reflecting {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final ReflectionFixture fixture = new ReflectionFixture();
    private final ScriptedExtractor extractor = new ScriptedExtractor();
    private final ReflectOnConversations reflection = fixture.by(extractor);

    @Test
    void storesWhatTheMemberSaidWithItsEvidence() {
        Instant before = fixture.clock.instant();
        TurnId turn = fixture.turn("I live in Bonn. Where do you live?", "In a computer.");

        RunReport report = reflection.reflectNow();

        assertThat(report.processed()).isEqualTo(1);
        assertThat(report.promoted()).isEqualTo(1);
        assertThat(report.failed()).isZero();
        MemoryStored stored = fixture.stored().getFirst();
        assertThat(fixture.stored()).hasSize(1);
        assertThat(stored.text().value()).isEqualTo("I live in Bonn.");
        assertThat(stored.owner()).isEqualTo(MIRA);
        assertThat(stored.tier()).isEqualTo(MemoryTier.ITM);
        assertThat(stored.kind()).isEqualTo(MemoryKind.FACT);
        assertThat(stored.evidence()).containsExactly(new Evidence(TALK, turn));
        assertThat(stored.occurredAt()).isEqualTo(before);
        assertThat(stored.thread()).isEqualTo(new PersonalText(TALK.value()));
        assertThat(stored.run()).isEqualTo(report.run());
        assertThat(fixture.count("reflection.candidates", "stored")).isEqualTo(1);
        assertThat(fixture.count("reflection.candidates", "trivial")).isEqualTo(1);
        assertThat(fixture.count("reflection.conversations", "done")).isEqualTo(1);
    }

    @Test
    void hasNothingToDoTwice() {
        fixture.turn("I live in Bonn.", "Nice.");
        reflection.reflectNow();

        RunReport again = reflection.reflectNow();

        assertThat(again.processed()).isZero();
        assertThat(extractor.asked()).hasSize(1);
    }

    @Test
    void waitsUntilAConversationHasSettled() {
        fixture.turn("I live in Bonn.", "Nice.");
        fixture.readModels.awaitLatest(Duration.ofSeconds(5));
        fixture.clock.advance(SETTLED_AFTER);
        assertThat(reflection.reflectSettled()).isEmpty();

        fixture.clock.advance(MOMENT);
        assertThat(reflection.reflectSettled())
                .hasValueSatisfying(report -> assertThat(report.processed()).isEqualTo(1));
        assertThat(reflection.reflectSettled()).isEmpty();
    }

    @Test
    void goesOnWithNewTurnsOnly() {
        fixture.turn("I live in Bonn.", "Nice.");
        reflection.reflectNow();
        fixture.turn("I collect stamps.", "Nice.");
        reflection.reflectNow();

        assertThat(extractor.asked().getLast().turns())
                .singleElement()
                .satisfies(turn -> assertThat(turn.prompt()).isEqualTo("I collect stamps."));
        assertThat(extractor.asked().getLast().known()).extracting(Known::text).contains("I live in Bonn.");
        assertThat(fixture.storedTexts()).containsExactly("I live in Bonn.", "I collect stamps.");
    }

    @Test
    void learnsNothingFromWhatIsSetAside() {
        TurnId wrong = fixture.turn("I live in Bonn.", "Nice.");
        TurnId right = fixture.turn("I collect stamps.", "Nice.");
        fixture.dispatcher.given(new TurnsSetAside(TALK, fixture.clock.instant(), MIRA, right, List.of(wrong)));
        reflection.reflectNow();

        assertThat(fixture.storedTexts()).containsExactly("I collect stamps.");
        assertThat(reflection.reflectNow().processed()).isZero();
    }

    @Test
    void waitsForATurnThatIsStillBeingAnswered() {
        fixture.turn("I live in Bonn.", "Nice.");
        fixture.begin(TALK, MIRA, "I collect stamps.");
        reflection.reflectNow();

        assertThat(fixture.storedTexts()).containsExactly("I live in Bonn.");
        assertThat(reflection.reflectNow().processed()).isZero();
    }

    @Test
    void addsEvidenceToWhatIsKnown() {
        TurnId first = fixture.turn("I am allergic to peanuts.", "Noted.");
        reflection.reflectNow();
        TurnId second = fixture.turn(new ConversationId("cnv_2"), MIRA, "Remember: I am allergic to peanuts!", "I do.");
        RunReport report = reflection.reflectNow();

        assertThat(report.merged()).isEqualTo(1);
        assertThat(fixture.stored()).singleElement().satisfies(stored -> {
            assertThat(stored.evidence()).containsExactly(new Evidence(TALK, first));
            assertThat(fixture.supported()).singleElement().satisfies(support -> {
                assertThat(support.id()).isEqualTo(stored.id());
                assertThat(support.evidence()).containsExactly(new Evidence(new ConversationId("cnv_2"), second));
                assertThat(support.run()).isEqualTo(report.run());
            });
        });
    }

    @Test
    void retiresWhatIsContradicted() {
        MemoryId old = fixture.remember("I live in Bonn.", Instant.parse("2026-01-01T00:00:00Z"));
        fixture.turn("I moved to Hamburg.", "Nice.");
        reflection.reflectNow();

        assertThat(fixture.superseded())
                .containsOnlyKeys(old)
                .containsValue(fixture.stored().getFirst().id());
    }

    @Test
    void findsWhatIsContradictedHoweverLittleItIsAlike() {
        MemoryId old = fixture.remember("Ich wohne in Bonn.", Instant.parse("2026-01-01T00:00:00Z"));
        for (int i = 0; i < 40; i++) {
            fixture.remember("I saw Hamburg last month, " + i + " times.", Instant.parse("2026-01-02T00:00:00Z"));
        }
        fixture.turn("I moved to Hamburg last month.", "Nice.");
        reflection.reflectNow();

        assertThat(fixture.superseded()).containsOnlyKeys(old);
    }

    @Test
    void retiresNothingNewer() {
        MemoryId newer = fixture.remember("I live in Oslo.", Instant.parse("2026-12-01T00:00:00Z"));
        fixture.turn("I live in Bonn.", "Nice.");
        reflection.reflectNow();

        assertThat(fixture.superseded())
                .containsOnlyKeys(fixture.stored().getFirst().id())
                .containsValue(newer);
    }

    @Test
    void believesAModelOnlyThatRelatedMemoriesContradict() {
        MemoryId related = fixture.remember("I sing in a choir.", Instant.parse("2026-01-01T00:00:00Z"));
        MemoryId unrelated = fixture.remember("I am allergic to peanuts.", Instant.parse("2026-01-01T00:00:00Z"));
        fixture.turn("I left the choir. I collect stamps.", "Oh.");
        extractor.next(material -> List.of(
                ScriptedExtractor.fact("I left the choir.", material.turns().getFirst(), related),
                ScriptedExtractor.fact("I collect stamps.", material.turns().getFirst(), unrelated)));
        reflection.reflectNow();

        assertThat(fixture.storedTexts()).hasSize(2);
        assertThat(fixture.superseded()).containsOnlyKeys(related);
    }

    @Test
    void leavesOutWhatThereIsNoRoomFor() {
        fixture.limitedTo(2);
        fixture.remember("I sing in a choir.", Instant.parse("2026-01-01T00:00:00Z"));
        fixture.turn("I live in Bonn. I collect stamps.", "Nice.");
        fixture.by(extractor).reflectNow();

        assertThat(fixture.stored()).hasSize(1);
        assertThat(fixture.count("reflection.candidates", "no_room")).isEqualTo(1);
    }

    @Test
    void makesRoomForWhatReplacesSomething() {
        fixture.limitedTo(1);
        fixture.remember("I live in Bonn.", Instant.parse("2026-01-01T00:00:00Z"));
        fixture.turn("I moved to Hamburg.", "Nice.");
        fixture.by(extractor).reflectNow();

        assertThat(fixture.storedTexts()).containsExactly("I moved to Hamburg.");
        assertThat(fixture.superseded()).hasSize(1);
    }

    @Test
    void readsLongConversationsInWindows() {
        for (int i = 0; i < 30; i++) {
            fixture.turn("I was in town number " + (100 + i) + ".", "Nice.");
        }
        RunReport report = reflection.reflectNow();

        assertThat(report.promoted()).isEqualTo(30);
        assertThat(extractor.asked())
                .hasSizeGreaterThan(2)
                .allSatisfy(material -> assertThat(material.turns()).hasSizeLessThanOrEqualTo(Windows.MOST_TURNS));
        assertThat(extractor.asked().get(1).turns().getFirst())
                .isEqualTo(extractor.asked().get(0).turns().getLast());
    }

    @Test
    void skipsAWindowThatAModelSaysNothingReadableAbout() {
        fixture.turn("I live in Bonn.", "Nice.");
        extractor.nextFails(new UnusableReply("no JSON"));
        RunReport report = reflection.reflectNow();

        assertThat(report.failed()).isZero();
        assertThat(fixture.count("reflection.windows", "broken")).isEqualTo(1);
        assertThat(reflection.reflectNow().processed()).isZero();
        assertThat(extractor.asked()).hasSize(1);
    }

    @Test
    void triesThreeTimesAgainAndThenParks() {
        fixture.turn("I live in Bonn.", "Nice.");
        fixture.readModels.awaitLatest(Duration.ofSeconds(5));
        fixture.clock.advance(SETTLED_AFTER.plus(MOMENT));
        for (int i = 0; i < 4; i++) {
            extractor.nextFails(new ModelFailure(Kind.TIMEOUT, "too slow"));
        }
        for (Duration pause : ReflectOnConversations.PAUSES) {
            assertThat(reflection.reflectSettled())
                    .hasValueSatisfying(report -> assertThat(report.failed()).isEqualTo(1));
            fixture.clock.advance(pause.minus(MOMENT));
            assertThat(reflection.reflectSettled()).isEmpty();
            fixture.clock.advance(MOMENT);
        }
        assertThat(fixture.reflections.parked()).isZero();
        reflection.reflectSettled();

        assertThat(fixture.reflections.parked()).isEqualTo(1);
        assertThat(fixture.count("reflection.conversations", "parked")).isEqualTo(1);
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(reflection.reflectSettled()).isEmpty();
        assertThat(reflection.reflectNow().promoted()).isEqualTo(1);
        assertThat(fixture.reflections.parked()).isZero();
    }

    @Test
    void letsNoConversationKeepOthersWaiting() {
        fixture.turn("I live in Bonn.", "Nice.");
        fixture.turn(new ConversationId("cnv_2"), new UserId("usr_noor"), "I live in Kiel.", "Nice.");
        extractor.nextFails(new IllegalStateException("a bug"));
        RunReport report = reflection.reflectNow();

        assertThat(report.processed()).isEqualTo(2);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(fixture.storedTexts()).containsExactly("I live in Kiel.");
    }

    @Test
    void leavesTheRestForTheNextRunWhenTimeIsUp() {
        for (int i = 0; i < 20; i++) {
            fixture.turn("I was in town number " + (100 + i) + ".", "Nice.");
        }
        extractor.next(material -> {
            fixture.clock.advance(ReflectionFixture.TIME_LIMIT);
            return ScriptedExtractor.sentences(material);
        });
        assertThat(reflection.reflectNow().failed()).isEqualTo(1);
        assertThat(fixture.stored()).hasSize(Windows.MOST_TURNS);

        reflection.reflectNow();
        assertThat(fixture.stored()).hasSize(20);
    }

    @Test
    void isRefusedWhileAnotherRunGoesOn() {
        fixture.turn("I live in Bonn.", "Nice.");
        fixture.reflections.begin(
                new RunId("run_other"),
                fixture.clock.instant(),
                fixture.clock.instant().plusSeconds(60));

        assertThatThrownBy(reflection::reflectNow)
                .isInstanceOfSatisfying(
                        DomainRejection.class,
                        rejection -> assertThat(rejection.code()).isEqualTo("run_in_progress"));
        fixture.clock.advance(Duration.ofSeconds(60));
        assertThat(reflection.reflectNow().processed()).isEqualTo(1);
    }

    @Test
    void forgetsAConversationThatIsDeleted() {
        fixture.turn("I live in Bonn.", "Nice.");
        fixture.dispatcher.given(new ConversationDeleted(TALK, fixture.clock.instant(), MIRA));

        assertThat(reflection.reflectNow().processed()).isZero();
        assertThat(fixture.reflections.pending(null, 9)).isEmpty();
    }

    @Test
    void storesNothingOfAConversationThatIsDeletedMeanwhile() {
        fixture.turn("I live in Bonn.", "Nice.");
        extractor.next(material -> {
            fixture.reflections.remove(TALK);
            return ScriptedExtractor.sentences(material);
        });
        reflection.reflectNow();

        assertThat(fixture.stored()).isEmpty();
    }

    @Test
    void makesNoChangeWhenItsEventsAreToldAgain() {
        fixture.turn("I live in Bonn.", "Nice.");
        reflection.reflectNow();
        ReflectionProjection projection = new ReflectionProjection(fixture.reflections);
        fixture.dispatcher.events().stream()
                .filter(event -> projection.concerns(event.getClass()))
                .forEach(projection::project);

        assertThat(reflection.reflectNow().processed()).isZero();
    }
}
