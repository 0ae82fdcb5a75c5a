package ai.novacore.application.model;

import ai.novacore.application.model.port.out.ModelCatalog;
import ai.novacore.application.testing.ContractSelfCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingFixedModels extends ModelCatalogContract {

    @Override
    protected ModelCatalog catalog() {
        return new FixedModelCatalog("first", "second");
    }

    @Test
    void wouldNotBePossibleWithACatalogueThatDoesNothing() {
        ContractSelfCheck.assertFails(DoingNothing.class);
    }

    static class DoingNothing extends ModelCatalogContract implements ModelCatalog {
        @Override
        public List<Model> models() {
            return List.of();
        }

        @Override
        public int contextTokens(String model) {
            return 0;
        }

        @Override
        public String defaultModel() {
            return "";
        }

        @Override
        protected ModelCatalog catalog() {
            return this;
        }
    }
}
