package ai.novacore.adapters.web.export;

import ai.novacore.adapters.web.input.Attachment;
import ai.novacore.adapters.web.input.StrictJson;
import ai.novacore.adapters.web.security.Member;
import ai.novacore.application.export.port.in.BelongingsQuery;
import ai.novacore.application.export.port.in.BelongingsQuery.Belongings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** Lets members take along everything that is kept about them. */
@RestController
final class PersonalDataController {
    private final BelongingsQuery personal;
    private final Clock clock;

    PersonalDataController(BelongingsQuery personal, Clock clock) {
        this.personal = personal;
        this.clock = clock;
    }

    /** When it breaks off, the generator is left as it is: closing it would end the file as if it were whole. */
    @Operation(
            summary = "Everything that is kept about me, as one file",
            description = "Five times an hour at the most, else 429 export_throttled. A file that does not end with"
                    + " complete broke off.")
    @ApiResponse(
            responseCode = "200",
            description = "A file to be saved",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = PersonalDataFile.class)))
    @GetMapping("/auth/me/export")
    void takeAlong(@AuthenticationPrincipal Member member, HttpServletResponse response) throws IOException {
        Belongings data = personal.of(member.id());
        Attachment.named("novacore-personal-data.json", MediaType.APPLICATION_JSON)
                .announce(response);
        JsonGenerator json = StrictJson.MAPPER.createGenerator(response.getOutputStream());
        new PersonalDataWriter(json).write(data, member, clock.instant());
        json.close();
    }
}
