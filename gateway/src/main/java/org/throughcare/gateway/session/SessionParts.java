package org.throughcare.gateway.session;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.gateway.settings.GatewaySettings;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class SessionParts {

    private static final int SELECTION_SECONDS = 2;

    /** The gateway's own client: short waits, because a person sits before every look-up. */
    @Bean(destroyMethod = "close")
    MongoClient sessionClient(GatewaySettings settings) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(settings.storeUri()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket ->
                        socket.connectTimeout(1, TimeUnit.SECONDS).readTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
    }

    @Bean
    SessionStore sessionStore(
            @Qualifier("sessionClient") MongoClient client, Seal seal, JsonMapper json, GatewaySettings settings) {
        return new SessionStore(
                client.getDatabase(settings.databasePrefix() + "_gateway_sessions")
                        .getCollection("sessions"),
                seal,
                json,
                settings.sessions(),
                Clock.systemUTC());
    }
}
