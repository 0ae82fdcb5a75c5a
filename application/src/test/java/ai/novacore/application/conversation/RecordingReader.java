package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Reader;
import java.util.ArrayList;
import java.util.List;

/** Notes what it is given; a test may let it do something at a point. */
class RecordingReader implements Reader {
    final List<String> heard = new ArrayList<>();
    final List<Begun> begun = new ArrayList<>();

    @Override
    public void begun(Begun turn) {
        begun.add(turn);
        heard.add("begun");
    }

    @Override
    public void token(String text) {
        heard.add(text);
    }
}
