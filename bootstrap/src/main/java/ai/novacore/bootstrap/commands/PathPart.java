package ai.novacore.bootstrap.commands;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What people type, as a part of a path. */
final class PathPart {
    private PathPart() {}

    static String of(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
