package org.throughcare.platform.audit;

import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.tenancy.GranteeDatabasePreparation;
import org.throughcare.platform.tenancy.TenantDatabases;

/** The record of reads. */
@Configuration(proxyBeanMethods = false)
public class AuditParts {

    @Bean
    ReadAudit readAudit(TenantDatabases databases, MeterRegistry meters) {
        return new StoredReadAudit(databases, meters);
    }

    @Bean
    ReadsOnRecord readsOnRecord(TenantDatabases databases) {
        return new StoredReadsOnRecord(databases);
    }

    @Bean
    GranteeDatabasePreparation readIndexes() {
        return (database, journal) -> {
            database.getCollection(StoredReadAudit.COLLECTION).createIndex(Indexes.ascending("participant", "at"));
            database.getCollection(StoredReadAudit.COLLECTION).createIndex(Indexes.ascending("who", "at"));
        };
    }
}
