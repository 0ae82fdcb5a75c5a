package ai.novacore.bootstrap.operations;

import ai.novacore.application.shared.Correlation;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.JsonWriterStructuredLogFormatter;

/** One JSON object a line, with the field names of DESIGN.md section 10. */
public final class JsonLogFormat extends JsonWriterStructuredLogFormatter<ILoggingEvent> {
    private static final String SERVICE = "novacore";

    /** As the tracing library names them; there only while something is traced. */
    private static final String TRACE = "traceId";

    private static final String SPAN = "spanId";

    public JsonLogFormat(ThrowableProxyConverter stackTraces) {
        super(members -> members(stackTraces, members), null);
    }

    private static void members(ThrowableProxyConverter stackTraces, JsonWriter.Members<ILoggingEvent> members) {
        members.add("timestamp", event -> event.getInstant().toString());
        members.add("level", event -> event.getLevel().toString());
        members.add("service_name", SERVICE);
        members.add("correlation_id", event -> event.getMDCPropertyMap().get(Correlation.ID_FIELD))
                .whenNotNull();
        members.add("user_id", event -> event.getMDCPropertyMap().get(Correlation.USER_FIELD))
                .whenNotNull();
        members.add("trace_id", event -> event.getMDCPropertyMap().get(TRACE)).whenNotNull();
        members.add("span_id", event -> event.getMDCPropertyMap().get(SPAN)).whenNotNull();
        members.add("logger", ILoggingEvent::getLoggerName);
        members.add("message", ILoggingEvent::getFormattedMessage);
        members.add("context", JsonLogFormat::context).whenNotEmpty();
        members.add("exception", event -> event.getThrowableProxy() == null ? null : stackTraces.convert(event))
                .whenNotNull();
    }

    private static Map<String, String> context(ILoggingEvent event) {
        Map<String, String> context = new TreeMap<>(event.getMDCPropertyMap());
        context.remove(Correlation.ID_FIELD);
        context.remove(Correlation.USER_FIELD);
        context.remove(TRACE);
        context.remove(SPAN);
        List<KeyValuePair> fields = event.getKeyValuePairs();
        if (fields != null) {
            fields.forEach(field -> context.put(field.key, String.valueOf(field.value)));
        }
        return context;
    }
}
