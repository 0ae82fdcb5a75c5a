package ai.novacore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The Nginx of this machine as a proxy for the model server, with a configuration and a port of its own. */
final class Nginx implements AutoCloseable {
    private static final String CONFIGURATION = """
            daemon off;
            pid nginx.pid;
            error_log stderr warn;
            worker_processes auto;
            events { worker_connections 2048; }
            http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                keepalive_requests 1000000;
                upstream model { server 127.0.0.1:%d; keepalive 256; keepalive_requests 1000000; }
                server {
                    listen 127.0.0.1:%d;
                    location / {
                        proxy_pass http://model;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                        proxy_buffering off;
                        tcp_nodelay on;
                    }
                }
            }
            """;

    private final OwnProcess process;
    private final int port;

    private Nginx(OwnProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @throws IOException with a message for people when there is none, or it does not like its configuration */
    static Nginx start(Path folder, int model) throws IOException {
        Path own = Files.createDirectories(folder.resolve("nginx"));
        Path log = own.resolve("log");
        int port = OwnProcess.freePort();
        Path file = Files.writeString(own.resolve("nginx.conf"), CONFIGURATION.formatted(model, port));
        List<String> command = List.of("nginx", "-p", own + "/", "-e", "stderr", "-c", file.toString());
        OwnProcess test = OwnProcess.start(
                log,
                java.util.stream.Stream.concat(command.stream(), java.util.stream.Stream.of("-t"))
                        .toList(),
                Map.of());
        if (test.await() != 0) {
            throw new IOException(Files.readString(log));
        }
        return new Nginx(OwnProcess.start(log, command, Map.of()).awaitPort(port), port);
    }

    Candidate candidate() {
        return Candidate.ollama("through nginx", port, Processor.ofFamily(process.handle()));
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
