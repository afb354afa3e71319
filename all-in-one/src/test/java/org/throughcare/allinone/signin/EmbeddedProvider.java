package org.throughcare.allinone.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The sign-in server of the embedded default. */
final class EmbeddedProvider implements Provider {

    private final Path directory;
    private final Path keyFile;
    private final String issuer;
    private final String gateway;
    private ConfigurableApplicationContext server;

    EmbeddedProvider(int port, String gateway) {
        this.issuer = "http://127.0.0.1:" + port;
        this.gateway = gateway;
        try {
            this.directory = Files.createTempDirectory("sign-in");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.keyFile = directory.resolve("key.json");
        this.server = started("90d");
    }

    @Override
    public String issuer() {
        return issuer;
    }

    @Override
    public void rotateSigningKey() {
        server.close();
        server = started("0s");
    }

    @Override
    public void close() {
        server.close();
        try {
            Files.deleteIfExists(keyFile);
            Files.deleteIfExists(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ConfigurableApplicationContext started(String keyLife) {
        return new SpringApplicationBuilder(SignInServer.class)
                .run(
                        "--spring.config.name=" + SignInServer.CONFIGURATION,
                        "--server.port=" + URI.create(issuer).getPort(),
                        "--throughcare.sign-in-server.issuer=" + issuer,
                        "--throughcare.sign-in-server.gateways=" + gateway,
                        "--throughcare.sign-in-server.key-file=" + keyFile,
                        "--throughcare.sign-in-server.key-life=" + keyLife,
                        "--throughcare.sign-in-server.access-tokens=" + ACCESS_LIFE.toSeconds() + "s",
                        "--throughcare.sign-in-server.gateway-secret=" + SECRET,
                        "--throughcare.sign-in-server.system-secret=" + SECRET,
                        "--PARTNER_CLIENT_SECRET=" + SECRET);
    }
}
