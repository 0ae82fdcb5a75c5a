package ai.novacore.bootstrap;

import ai.novacore.application.quota.TierLimits;
import ai.novacore.domain.shared.Tier;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the product; the defaults stand in {@code application.yaml}.
 *
 * @param data where everything is kept that is not in the database, and the embedded database itself
 * @param publicUrl the address that people reach the product at; links in mails begin with it
 * @param adminEmail whoever verifies this address becomes administrator
 * @param databaseUrl the database; the embedded one when absent, in the local profile
 * @param signingKey the private key that access tokens are signed with, as a JWK; generated in the local profile
 * @param replayReadModels whether the read models are dropped and built again from the events at this start
 */
@ConfigurationProperties("nova")
public record NovaSettings(
        Path data,
        URI publicUrl,
        @Nullable String adminEmail,
        @Nullable String databaseUrl,
        @Nullable String signingKey,
        boolean replayReadModels,
        Ollama ollama,
        StandIn standIn,
        Map<Tier, TierLimits.Limits> tiers) {

    /**
     * The language model.
     *
     * @param embeddingModel an embedding model in Ollama; the one in process when absent
     */
    public record Ollama(
            URI baseUrl,
            String chatModel,
            @Nullable String embeddingModel,
            int contextTokens,
            Duration connectTimeout,
            Duration idleTimeout,
            Duration totalTimeout) {}

    /**
     * The stand-in for a model.
     *
     * @param pace how long it takes for a token
     */
    public record StandIn(Duration pace) {}

    public TierLimits tierLimits() {
        return new TierLimits(new EnumMap<>(tiers));
    }
}
