package ai.novacore.application.support.history;

import ai.novacore.application.model.port.out.Prompt.Speaker;
import ai.novacore.application.support.port.in.GivenPromptQuery;
import ai.novacore.application.support.port.out.HistoryJson;
import ai.novacore.application.support.port.out.HistoryLog;
import ai.novacore.application.support.port.out.HistoryLog.Entry;
import ai.novacore.domain.conversation.ConversationEvent.TurnCompleted;
import ai.novacore.domain.conversation.ConversationEvent.TurnInterrupted;
import ai.novacore.domain.conversation.ConversationEvent.TurnStarted;
import ai.novacore.domain.conversation.GivenContext;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.PersonalText;
import ai.novacore.domain.shared.TurnId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts prompts together again from what the conversation's own stream keeps of them: the system message of each turn stands
 * in the event that began it, and questions and answers in those of the turns before.
 */
public final class PromptsGiven implements GivenPromptQuery {
    private static final int PART = 500;

    private final HistoryLog log;
    private final HistoryJson json;

    public PromptsGiven(HistoryLog log, HistoryJson json) {
        this.log = log;
        this.json = json;
    }

    @Override
    public GivenPrompt prompt(ConversationId conversation, TurnId turn, boolean unmasked) {
        Map<TurnId, PersonalText> questions = new HashMap<>();
        Map<TurnId, PersonalText> answers = new HashMap<>();
        List<Entry> part = log.stream(conversation.value(), 0, PART);
        while (!part.isEmpty()) {
            for (Entry entry : part) {
                switch (entry.event()) {
                    case TurnStarted started
                    when started.turn().equals(turn) -> {
                        return new Assembling(questions, answers, unmasked).prompt(entry, started);
                    }
                    case TurnStarted started -> questions.put(started.turn(), started.prompt());
                    case TurnCompleted ended -> answers.put(ended.turn(), ended.reply());
                    case TurnInterrupted ended -> answers.put(ended.turn(), ended.reply());
                    case null, default -> {}
                }
            }
            part = log.stream(conversation.value(), part.getLast().sequence() + 1, PART);
        }
        throw DomainRejection.notFound();
    }

    private final class Assembling {
        private final Map<TurnId, PersonalText> questions;
        private final Map<TurnId, PersonalText> answers;
        private final boolean unmasked;
        private final List<GivenMessage> messages = new ArrayList<>();

        Assembling(Map<TurnId, PersonalText> questions, Map<TurnId, PersonalText> answers, boolean unmasked) {
            this.questions = questions;
            this.answers = answers;
            this.unmasked = unmasked;
        }

        GivenPrompt prompt(Entry entry, TurnStarted started) {
            GivenContext context = started.context();
            boolean complete = context != null && say(Speaker.SYSTEM, context.instructions());
            for (TurnId before : context == null ? List.<TurnId>of() : context.saidBefore()) {
                boolean asked = say(Speaker.MEMBER, questions.get(before));
                boolean answered = say(Speaker.ASSISTANT, answers.get(before));
                complete = complete && asked && answered;
            }
            say(Speaker.MEMBER, started.prompt());
            return new GivenPrompt(
                    started.turn(),
                    entry.sequence(),
                    started.at(),
                    started.model(),
                    complete,
                    messages,
                    started.memoriesUsed());
        }

        /** Whether it is known what was said. */
        private boolean say(Speaker speaker, @Nullable PersonalText text) {
            if (text != null) {
                messages.add(new GivenMessage(speaker, json.text(text, unmasked)));
            }
            return text != null;
        }
    }
}
