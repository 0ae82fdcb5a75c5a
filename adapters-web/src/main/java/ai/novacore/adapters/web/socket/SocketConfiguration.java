package ai.novacore.adapters.web.socket;

import ai.novacore.adapters.web.security.SocketTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Where the chat's WebSocket is. Who may open one is decided by the same filters as for any request, Origin included. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {
    static final String PROTOCOL = "nova.chat.v1";

    /** Each connection keeps buffers of these sizes for good; longer messages come in parts. */
    private static final int TEXT_PART_CHARACTERS = 4_096;

    private static final int BINARY_PART_BYTES = 125;

    private final ChatSocketHandler chat;
    private final SocketAdmission admission;

    SocketConfiguration(ChatSocketHandler chat, SocketAdmission admission) {
        this.chat = chat;
        this.admission = admission;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        DefaultHandshakeHandler handshake = new DefaultHandshakeHandler(new UncompressedUpgrade());
        handshake.setSupportedProtocols(PROTOCOL);
        registry.addHandler(chat, SocketTokens.PATH)
                .setHandshakeHandler(handshake)
                .addInterceptors(admission)
                // Foreign ones have been refused by then, by the rule that holds for all routes.
                .setAllowedOrigins("*");
    }

    @Bean
    ServletServerContainerFactoryBean webSocketContainer() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(TEXT_PART_CHARACTERS);
        container.setMaxBinaryMessageBufferSize(BINARY_PART_BYTES);
        return container;
    }
}
