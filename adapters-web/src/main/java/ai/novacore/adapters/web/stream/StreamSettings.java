package ai.novacore.adapters.web.stream;

import java.time.Duration;

/**
 * The bounds of what stays open.
 *
 * @param socketsPerMember how many WebSockets a member may have on one node: some tabs on some devices
 * @param sendTimeout how long a reader may take for one message or event; who takes longer is cut off
 * @param pingAfter after how much silence a WebSocket is asked whether it is still there, and how long it may take to say so
 * @param shutdownGrace how long answers may go on when the product stops; then they are interrupted. Shorter than the
 *     time that the rest of the product waits for the web server, so that there is time to record that
 */
public record StreamSettings(int socketsPerMember, Duration sendTimeout, Duration pingAfter, Duration shutdownGrace) {}
