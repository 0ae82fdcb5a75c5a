package ai.novacore.adapters.web.export;

import ai.novacore.adapters.web.export.PersonalDataFile.Account;
import ai.novacore.adapters.web.export.PersonalDataFile.Conversation;
import ai.novacore.adapters.web.export.PersonalDataFile.Decision;
import ai.novacore.adapters.web.export.PersonalDataFile.Feedback;
import ai.novacore.adapters.web.export.PersonalDataFile.RememberedMemory;
import ai.novacore.adapters.web.input.Choices;
import ai.novacore.adapters.web.quota.LedgerLine;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.adapters.web.subscription.BillingShapes.SubscriptionView;
import ai.novacore.adapters.web.support.SupportShapes.LookAtMe;
import ai.novacore.adapters.web.user.SessionItem;
import ai.novacore.adapters.web.user.UserView;
import ai.novacore.application.export.port.in.BelongingsQuery.Belongings;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** Writes a {@link PersonalDataFile} without ever having more of it in memory than one item and what is read ahead. */
final class PersonalDataWriter {
    private final JsonGenerator json;

    /** @param json stays open */
    PersonalDataWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(Belongings data, Member member, Instant now) {
        json.writeStartObject();
        json.writePOJOProperty("exportedAt", now);
        json.writePOJOProperty("account", account(data, member));
        json.writePOJOProperty("subscription", SubscriptionView.of(data.subscription()));
        items("conversations", data.conversations(), Conversation::of);
        items("memories", data.memories(), RememberedMemory::of);
        items("ledger", data.ledger(), LedgerLine::of);
        items("feedback", data.feedback(), Feedback::of);
        items("looks", data.looks(), LookAtMe::of);
        items("policyDecisions", data.decisions(), Decision::of);
        json.writeBooleanProperty("complete", true);
        json.writeEndObject();
    }

    private static Account account(Belongings data, Member member) {
        return new Account(
                UserView.of(data.account()),
                Choices.lower(data.account().standing()),
                data.sessions().stream()
                        .map(session -> SessionItem.of(session, member))
                        .toList());
    }

    private <T> void items(String name, Stream<T> items, Function<T, Object> shape) {
        json.writeArrayPropertyStart(name);
        items.map(shape).forEachOrdered(json::writePOJO);
        json.writeEndArray();
    }
}
