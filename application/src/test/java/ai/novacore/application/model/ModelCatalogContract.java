package ai.novacore.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.model.port.out.ModelCatalog.Model;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ModelCatalog} promises. */
public abstract class ModelCatalogContract {

    /** A catalogue of at least one model, its default among them. */
    protected abstract ModelCatalog catalog();

    @Test
    void namesEachModelOnceAndDescribesIt() {
        List<Model> models = catalog().models();

        assertThat(models).isNotEmpty();
        assertThat(models)
                .extracting(Model::id)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).isNotBlank());
        assertThat(models)
                .extracting(Model::description)
                .allSatisfy(description -> assertThat(description).isNotBlank());
    }

    @Test
    void namesTheDefaultFirst() {
        ModelCatalog catalog = catalog();

        assertThat(catalog.defaultModel()).isNotBlank();
        assertThat(catalog.models()).isNotEmpty();
        assertThat(catalog.models().getFirst().id()).isEqualTo(catalog.defaultModel());
    }

    @Test
    void knowsHowMuchEachModelReads() {
        ModelCatalog catalog = catalog();

        assertThat(catalog.contextTokens(catalog.defaultModel())).isPositive();
        assertThat(catalog.contextTokens("no-such-model")).isPositive();
    }

    @Test
    void saysTheSameWhenAskedAgain() {
        ModelCatalog catalog = catalog();

        assertThat(catalog.models()).isNotEmpty().isEqualTo(catalog.models());
    }
}
