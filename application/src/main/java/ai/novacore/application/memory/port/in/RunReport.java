package ai.novacore.application.memory.port.in;

import ai.novacore.domain.memory.RunId;

/**
 * What a run of a memory worker came to. Every change that it made names the run.
 *
 * @param processed what it went through: conversations for reflection, memories for distillation
 * @param promoted memories that are kept longer now; for reflection, facts and reflections that are new
 * @param merged memories that turned out to say what another one says, which has their evidence now
 * @param failed what could not be done and is tried again: conversations for reflection, members for distillation
 */
public record RunReport(RunId run, long processed, long promoted, long merged, long failed) {}
