package ai.novacore.adapters.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ai.novacore.application.model.ModelCatalogContract;
import ai.novacore.application.model.port.out.ModelCatalog;
import org.junit.jupiter.api.Test;

class ListingTheStandIn extends ModelCatalogContract {

    @Override
    protected ModelCatalog catalog() {
        return new StandInModelCatalog(8_192);
    }

    @Test
    void saysThatItOnlyStandsIn() {
        assertThat(catalog().models())
                .extracting(ModelCatalog.Model::id, ModelCatalog.Model::standIn)
                .containsExactly(tuple("nova-stand-in", true));
    }
}
