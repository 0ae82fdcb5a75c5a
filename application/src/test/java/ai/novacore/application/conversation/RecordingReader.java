package ai.novacore.application.conversation;

import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Begun;
import ai.novacore.application.conversation.port.in.AskQuestionUseCase.Reader;
import java.util.ArrayList;
import java.util.List;

/** Notes what it is given; a test may let it do something at a point. */
class RecordingReader implements Reader {
    final List<String> heard = new ArrayList<>();
    final List<Begun> begun = new ArrayList<>();
    final List<Long> ends = new ArrayList<>();

    @Override
    public void begun(Begun turn) {
        begun.add(turn);
        heard.add("begun");
    }

    @Override
    public void text(String text, long end) {
        heard.add(text);
        ends.add(end);
    }

    /** All that was said, however it came in pieces. */
    String said() {
        return String.join("", heard.subList(1, heard.size()));
    }
}
