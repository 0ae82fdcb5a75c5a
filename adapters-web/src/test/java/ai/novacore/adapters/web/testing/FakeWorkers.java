package ai.novacore.adapters.web.testing;

import ai.novacore.application.memory.port.in.DistillUseCase;
import ai.novacore.application.memory.port.in.MemoryRunQuery;
import ai.novacore.application.memory.port.in.ReflectUseCase;
import ai.novacore.application.memory.port.in.RunReport;
import ai.novacore.application.memory.port.in.UndoRunUseCase;
import ai.novacore.application.memory.readmodel.MemoryRun;
import ai.novacore.application.memory.readmodel.MemoryRun.Worker;
import ai.novacore.application.shared.Cursor;
import ai.novacore.application.shared.Page;
import ai.novacore.application.shared.PageRequest;
import ai.novacore.domain.memory.RunId;
import ai.novacore.domain.shared.DomainRejection;
import ai.novacore.domain.shared.UserId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Workers that have done one run; remember what they were asked. */
public final class FakeWorkers implements ReflectUseCase, DistillUseCase, MemoryRunQuery, UndoRunUseCase {
    public final List<String> calls = new CopyOnWriteArrayList<>();
    public volatile boolean busy;

    @Override
    public RunReport reflectNow() {
        return new RunReport(new RunId("run_1"), 5, 4, 3, 2);
    }

    @Override
    public RunReport distillNow() {
        if (busy) {
            throw DomainRejection.conflict("run_in_progress", "Another run goes on.");
        }
        return new RunReport(new RunId("run_2"), 9, 8, 7, 6);
    }

    @Override
    public Page<MemoryRun> runs(UserId owner, PageRequest page) {
        calls.add(owner.value() + " " + page.limit());
        return new Page<>(
                List.of(new MemoryRun(
                        new RunId("run_2"), owner, Worker.DISTILLATION, TestServer.NOW, 1, 2, 3, 4, 5, 6)),
                new Cursor(TestServer.NOW, "run_2"));
    }

    @Override
    public Undone undo(UserId owner, RunId run) {
        return undone(owner.value(), run);
    }

    @Override
    public Undone undoForEverybody(RunId run) {
        return undone("everybody", run);
    }

    private Undone undone(String whose, RunId run) {
        if (!run.value().equals("run_2")) {
            throw DomainRejection.notFound();
        }
        calls.add("undo " + whose);
        return new Undone(3, 1);
    }
}
