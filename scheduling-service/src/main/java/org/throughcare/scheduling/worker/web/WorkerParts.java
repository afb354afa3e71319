package org.throughcare.scheduling.worker.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.platform.security.StaffDirectory;
import org.throughcare.scheduling.worker.WorkerAccess;

@Configuration(proxyBeanMethods = false)
class WorkerParts {

    @Bean
    WorkerAccess workerAccess(StaffDirectory staff) {
        return new WorkerAccess(staff);
    }
}
