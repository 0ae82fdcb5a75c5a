package ai.novacore.adapters.web.quota;

import ai.novacore.adapters.web.input.Attachment;
import ai.novacore.adapters.web.input.StrictJson;
import ai.novacore.adapters.web.quota.UsageController.LedgerLine;
import ai.novacore.application.quota.readmodel.LedgerEntry;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JsonGenerator;

/** A ledger as a file. One page of it is in memory at a time; what is added meanwhile is left out. */
final class LedgerExport {
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader("at", "turnId", "model", "inputTokens", "outputTokens", "kind")
            .get();

    private final Function<PageRequest, Page<LedgerEntry>> pages;

    LedgerExport(Function<PageRequest, Page<LedgerEntry>> pages) {
        this.pages = pages;
    }

    /** Takes a line somewhere. */
    private interface Sink {
        void take(LedgerLine line) throws IOException;
    }

    void csv(HttpServletResponse response) throws IOException {
        Page<LedgerEntry> first = pages.apply(PageRequest.first(PageRequest.MAX_LIMIT));
        Attachment.named("novacore-usage.csv", new MediaType("text", "csv")).announce(response);
        CSVPrinter csv = new CSVPrinter(response.getWriter(), CSV);
        each(
                first,
                line -> csv.printRecord(
                        line.at(),
                        inert(line.turnId()),
                        inert(line.model()),
                        line.inputTokens(),
                        line.outputTokens(),
                        line.kind()));
        csv.flush();
    }

    void json(HttpServletResponse response) throws IOException {
        Page<LedgerEntry> first = pages.apply(PageRequest.first(PageRequest.MAX_LIMIT));
        Attachment.named("novacore-usage.json", MediaType.APPLICATION_JSON).announce(response);
        try (JsonGenerator json = StrictJson.MAPPER.createGenerator(response.getOutputStream())) {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            each(first, json::writePOJO);
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** The first page is there before the first byte is written, so that what fails at once is told as a problem. */
    private void each(Page<LedgerEntry> first, Sink sink) throws IOException {
        Page<LedgerEntry> page = first;
        while (true) {
            for (LedgerEntry entry : page.items()) {
                sink.take(LedgerLine.of(entry));
            }
            Cursor next = page.next();
            if (next == null) {
                return;
            }
            page = pages.apply(new PageRequest(next, PageRequest.MAX_LIMIT));
        }
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
