package ai.novacore.adapters.persistence.conversation;

import ai.novacore.adapters.persistence.Columns;
import ai.novacore.application.conversation.readmodel.ThreadTurn;
import ai.novacore.application.conversation.readmodel.ThreadTurn.Status;
import ai.novacore.domain.conversation.FinishReason;
import ai.novacore.domain.conversation.Rating;
import ai.novacore.domain.conversation.RecalledMemory;
import ai.novacore.domain.conversation.TokenUsage;
import ai.novacore.domain.shared.ConversationId;
import ai.novacore.domain.shared.TurnId;
import ai.novacore.domain.shared.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "conversation_turn")
class TurnRow {
    @Id
    @Column(name = "turn_id")
    private String id;

    @Column(name = "conversation_id")
    private String conversation;

    @Column(name = "owner")
    private String owner;

    @Column(name = "prompt")
    private String prompt;

    @Column(name = "reply")
    private @Nullable String reply;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private Status status;

    @Enumerated(EnumType.STRING)
    @Column(name = "finish_reason")
    private @Nullable FinishReason finishReason;

    @Column(name = "failure")
    private @Nullable String failure;

    @Column(name = "model")
    private String model;

    @Column(name = "node")
    private String node;

    @Column(name = "input_tokens")
    private @Nullable Long inputTokens;

    @Column(name = "output_tokens")
    private @Nullable Long outputTokens;

    @Convert(converter = RecalledMemoriesColumn.class)
    @Column(name = "memories_used")
    private List<RecalledMemory> memoriesUsed;

    @Enumerated(EnumType.STRING)
    @Column(name = "rating")
    private @Nullable Rating rating;

    @Column(name = "rating_comment")
    private @Nullable String ratingComment;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "replaced_by")
    private @Nullable String replacedBy;

    /** For JPA, which fills the fields in afterwards. */
    @SuppressWarnings("NullAway.Init")
    protected TurnRow() {}

    TurnRow(ThreadTurn turn) {
        TokenUsage usage = turn.usage();
        this.id = turn.id().value();
        this.conversation = turn.conversation().value();
        this.owner = turn.owner().value();
        this.prompt = Columns.text(turn.prompt());
        this.reply = Columns.textOrNull(turn.reply());
        this.status = turn.status();
        this.finishReason = turn.finishReason();
        this.failure = turn.failure();
        this.model = turn.model();
        this.node = turn.node();
        this.inputTokens = usage == null ? null : (Long) usage.inputTokens();
        this.outputTokens = usage == null ? null : (Long) usage.outputTokens();
        this.memoriesUsed = turn.memoriesUsed();
        this.rating = turn.rating();
        this.ratingComment = Columns.textOrNull(turn.ratingComment());
        this.startedAt = Columns.time(turn.startedAt());
        this.endedAt = Columns.timeOrNull(turn.endedAt());
        this.replacedBy = turn.replacedBy() == null ? null : turn.replacedBy().value();
    }

    ThreadTurn toTurn() {
        return new ThreadTurn(
                new TurnId(id),
                new ConversationId(conversation),
                new UserId(owner),
                prompt,
                reply,
                status,
                finishReason,
                failure,
                model,
                node,
                inputTokens == null || outputTokens == null ? null : new TokenUsage(inputTokens, outputTokens),
                memoriesUsed,
                rating,
                ratingComment,
                startedAt,
                endedAt,
                replacedBy == null ? null : new TurnId(replacedBy));
    }
}
