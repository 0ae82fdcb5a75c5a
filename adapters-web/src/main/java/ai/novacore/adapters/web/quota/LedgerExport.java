package ai.novacore.adapters.web.quota;

import ai.novacore.adapters.web.input.Attachment;
import ai.novacore.adapters.web.input.PageWalk;
import ai.novacore.adapters.web.input.StrictJson;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JsonGenerator;

/** A ledger as a file. */
final class LedgerExport {
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader("at", "turnId", "model", "inputTokens", "outputTokens", "kind")
            .get();

    private final PageWalk<LedgerEntry> walk;

    LedgerExport(PageWalk<LedgerEntry> walk) {
        this.walk = walk;
    }

    void csv(HttpServletResponse response) throws IOException {
        Attachment.named("novacore-usage.csv", new MediaType("text", "csv")).announce(response);
        CSVPrinter csv = new CSVPrinter(response.getWriter(), CSV);
        walk.each(entry -> print(LedgerLine.of(entry), csv));
        csv.flush();
    }

    void json(HttpServletResponse response) throws IOException {
        Attachment.named("novacore-usage.json", MediaType.APPLICATION_JSON).announce(response);
        try (JsonGenerator json = StrictJson.MAPPER.createGenerator(response.getOutputStream())) {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            walk.each(entry -> json.writePOJO(LedgerLine.of(entry)));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void print(LedgerLine line, CSVPrinter csv) throws IOException {
        csv.printRecord(
                line.at(),
                inert(line.turnId()),
                inert(line.model()),
                line.inputTokens(),
                line.outputTokens(),
                line.kind());
    }

    /**
     * Spreadsheets take cells that begin with these signs for formulas.
     *
     * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV injection</a>
     */
    private static @Nullable String inert(@Nullable String cell) {
        return cell == null || cell.isEmpty() || "=+-@\t\r\n|".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
