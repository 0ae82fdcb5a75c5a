package ai.novacore.application.support;

import ai.novacore.application.support.port.out.HistoryLog;
import ai.novacore.domain.shared.DomainEvent;

class ReadingHistoryInMemory extends HistoryLogContract {
    private final InMemoryHistoryLog log = new InMemoryHistoryLog();

    @Override
    protected HistoryLog log() {
        return log;
    }

    @Override
    protected void append(DomainEvent event) {
        log.append(event);
    }
}
