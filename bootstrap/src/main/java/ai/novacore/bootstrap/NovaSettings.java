package ai.novacore.bootstrap;

import ai.novacore.adapters.web.stream.StreamSettings;
import ai.novacore.application.memory.distillation.DistillationSettings;
import ai.novacore.application.policy.WhenJudgeFails;
import ai.novacore.application.quota.TierLimits;
import ai.novacore.domain.shared.Tier;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the product; the defaults stand in {@code application.yaml}.
 *
 * @param data where everything is kept that is not in the database, and the embedded database itself
 * @param publicUrl the address that people reach the product at; links in mails begin with it
 * @param adminEmail whoever verifies this address becomes administrator
 * @param databaseUrl the database; the embedded one when absent, in the local profile
 * @param signingKey the private key that access tokens are signed with, as a JWK; generated in the local profile
 * @param previousSigningKeys the keys that signed before and whose tokens are still good, as JWKs
 * @param serviceJwtSecret the secrets that service tokens are signed with, by comma; generated in the local profile
 * @param dataKey the master keys that people's keys are wrapped by, by comma; generated in the local profile
 * @param allowedOrigins the other origins whose pages may call the product from a browser
 * @param trustedProxies the networks of the proxies whose {@code X-Forwarded-For} is believed
 * @param replayReadModels whether the read models are dropped and built again from the events at this start
 */
@ConfigurationProperties("nova")
public record NovaSettings(
        Path data,
        URI publicUrl,
        @Nullable String adminEmail,
        @Nullable String databaseUrl,
        @Nullable String signingKey,
        @Nullable String previousSigningKeys,
        @Nullable String serviceJwtSecret,
        @Nullable String dataKey,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue List<String> trustedProxies,
        boolean replayReadModels,
        @DefaultValue Backup backup,
        Stopping stopping,
        Limits limits,
        Ollama ollama,
        StandIn standIn,
        Stripe stripe,
        Billing billing,
        Memory memory,
        Policy policy,
        StreamSettings streams,
        Map<Tier, TierLimits.Limits> tiers) {

    /**
     * What is known of backups, which others make.
     *
     * @param statusFile where the script that makes them notes the last that succeeded; not looked for when absent
     */
    public record Backup(@Nullable Path statusFile) {}

    /**
     * How the product stops.
     *
     * @param notice how long it is said that no requests are wanted any more, while all are still served
     */
    public record Stopping(Duration notice) {}

    /**
     * The language model.
     *
     * @param embeddingModel an embedding model in Ollama; the one in process when absent
     * @param parallelAnswers how many answers of a model run at once on this node
     * @param waitingAnswers how many questions to a model may wait for that
     * @param longestWait how long each of them may wait
     */
    public record Ollama(
            URI baseUrl,
            String chatModel,
            @Nullable String embeddingModel,
            int contextTokens,
            Duration connectTimeout,
            Duration idleTimeout,
            Duration totalTimeout,
            int parallelAnswers,
            int waitingAnswers,
            Duration longestWait) {}

    /**
     * The stand-in for a model.
     *
     * @param pace how long it takes for a token
     */
    public record StandIn(Duration pace) {}

    /**
     * Where members pay.
     *
     * @param secretKey what calls to Stripe are authorised by; absent for the stand-in, in the local profile
     * @param webhookSecret what Stripe signs its webhooks with, by comma
     * @param apiBase where Stripe is; its own address when absent
     * @param prices the ids of the prices of each tier, by comma: the first is sold, the others are still known
     */
    public record Stripe(
            @Nullable String secretKey,
            @Nullable String webhookSecret,
            @Nullable String apiBase,
            Map<Tier, String> prices) {}

    /**
     * How what Stripe says is followed.
     *
     * @param grace how long the tier stays after a payment has failed
     * @param lease how long a node may work on webhooks before others take them over
     */
    public record Billing(Duration grace, Duration lease) {}

    /** What is remembered. */
    public record Memory(Reflection reflection, Distillation distillation) {}

    /**
     * How facts are drawn from conversations.
     *
     * @param model the model in Ollama that extracts them; the chat model when absent
     * @param settledAfter how long a conversation is left alone before that
     * @param timeLimit how long one conversation may take at a time
     * @param parallel how many conversations are read at once
     */
    public record Reflection(@Nullable String model, Duration settledAfter, Duration timeLimit, int parallel) {}

    /**
     * What becomes of memories with time.
     *
     * @param at when it is decided each day, in UTC, such as 03:00
     * @param rules where the lines are drawn
     */
    public record Distillation(String at, DistillationSettings rules) {
        public LocalTime time() {
            return LocalTime.parse(at);
        }
    }

    /**
     * What may be said.
     *
     * @param file the principles; those that come with the product when absent
     * @param guardModel a model in Ollama that judges beside the rules; none when absent
     * @param guardTimeout how long it may take for one text
     * @param whenJudgeFails what becomes of a text that it should have judged and could not
     */
    public record Policy(
            @Nullable String file, @Nullable String guardModel, Duration guardTimeout, WhenJudgeFails whenJudgeFails) {}

    /**
     * What is limited apart from tiers.
     *
     * @param store where it is counted
     * @param openRoutes how often an address may use what is open to everybody
     */
    public record Limits(LimitStore store, OpenRoutes openRoutes) {}

    /** Where limits are counted: for each node apart, or for all nodes together. */
    public enum LimitStore {
        MEMORY,
        POSTGRES
    }

    /** How often an address may use what is open to everybody. */
    public record OpenRoutes(int requestsPerMinute, int burst) {}

    public TierLimits tierLimits() {
        return new TierLimits(new EnumMap<>(tiers));
    }
}
