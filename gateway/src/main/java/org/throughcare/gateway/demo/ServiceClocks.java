package org.throughcare.gateway.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.route.ServiceReads;
import org.throughcare.gateway.signin.AsTheSuite;
import tools.jackson.databind.json.JsonMapper;

/** The services' business clocks and how busy they are, asked in the suite's own name. */
final class ServiceClocks {

    private final ServiceReads services;
    private final AsTheSuite suite;
    private final JsonMapper json;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ServiceClocks(ServiceReads services, AsTheSuite suite, JsonMapper json) {
        this.services = services;
        this.suite = suite;
        this.json = json;
    }

    /** By service. */
    Map<String, Quiet> quiet() {
        return everywhere(service -> json.treeToValue(
                good(service, suite.get(service, "/operations/quiet", null)).body(), Quiet.class));
    }

    void moveTo(Instant to) {
        Map<String, Instant> body = Map.of("to", to);
        everywhere(service -> good(service, suite.post(service, "/operations/clock", body)));
    }

    private static ServiceReads.Answer good(String service, ServiceReads.Answer answer) {
        if (!answer.isGood()) {
            throw new EdgeProblem(new Problem(
                            HttpStatus.BAD_GATEWAY,
                            "clock-refused",
                            service + "-service answered " + answer.status() + " about its clock.")
                    .causedBy(service));
        }
        return answer;
    }

    private <T> Map<String, T> everywhere(Function<String, T> ask) {
        List<String> names = List.copyOf(services.owners().keySet());
        List<Future<T>> asked = new ArrayList<>();
        names.forEach(name -> asked.add(threads.submit(() -> ask.apply(name))));
        Map<String, T> answers = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            answers.put(names.get(i), await(asked.get(i)));
        }
        return answers;
    }

    private static <T> T await(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopping", stopping);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof EdgeProblem problem) {
                throw problem;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }
}
