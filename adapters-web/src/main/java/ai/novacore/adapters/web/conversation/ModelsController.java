package ai.novacore.adapters.web.conversation;

import ai.novacore.application.model.port.out.ModelCatalog;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which models there are to choose from. */
@RestController
final class ModelsController {
    private final ModelCatalog catalog;

    ModelsController(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    @Schema(name = "Models")
    record Models(
            List<Model> models, @JsonProperty("default") String defaultModel) {}

    @Schema(name = "Model")
    record Model(String id, String description, boolean standIn) {
        static Model of(ModelCatalog.Model model) {
            return new Model(model.id(), model.description(), model.standIn());
        }
    }

    @GetMapping("/api/intelligence/models")
    Models models() {
        return new Models(catalog.models().stream().map(Model::of).toList(), catalog.defaultModel());
    }
}
