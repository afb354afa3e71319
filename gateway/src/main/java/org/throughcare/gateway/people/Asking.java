package org.throughcare.gateway.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.route.ServiceReads;

/** Asks several services at once, each on its own virtual thread, and waits no longer than the view can wait. */
@Component
class Asking {

    private static final Duration VIEW_CAN_WAIT = Duration.ofMillis(2500);

    /** Beyond what any service may take for one answer, which is what really ends a question. */
    private static final Duration LONGER_THAN_ANY_ANSWER = Duration.ofMinutes(1);

    /** What is asked of whom. */
    record Question(String part, String service, String path) {}

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServiceReads services;

    Asking(ServiceReads services) {
        this.services = services;
    }

    /** In the order of the questions. */
    Map<String, Part> all(List<Question> questions, String token) {
        return all(questions, VIEW_CAN_WAIT, question -> one(question, token));
    }

    /** For what is handed over and not looked at on a screen: a large answer has all the time that a service may take. */
    Map<String, Part> unhurried(List<Question> questions, String token) {
        return all(
                questions,
                LONGER_THAN_ANY_ANSWER,
                question -> part(question, () -> services.getUnhurried(question.service(), question.path(), token)));
    }

    private Map<String, Part> all(List<Question> questions, Duration wait, Function<Question, Part> ask) {
        long deadline = System.nanoTime() + wait.toNanos();
        List<Future<Part>> answers = new ArrayList<>();
        questions.forEach(question -> answers.add(threads.submit(() -> ask.apply(question))));
        Map<String, Part> parts = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            parts.put(question.part(), await(question, answers.get(i), deadline));
        }
        return parts;
    }

    Part one(Question question, String token) {
        return part(question, () -> services.get(question.service(), question.path(), token));
    }

    private static Part part(Question question, Supplier<ServiceReads.Answer> asked) {
        try {
            ServiceReads.Answer answer = asked.get();
            int status = answer.status();
            if (answer.isGood()) {
                return Part.had(question.part(), question.service(), status, answer.body());
            }
            return switch (HttpStatus.valueOf(status)) {
                case NOT_FOUND -> Part.had(question.part(), question.service(), status, null);
                case FORBIDDEN -> Part.lacking(question.part(), question.service(), status, "not yours to see");
                case UNAUTHORIZED -> Part.lacking(question.part(), question.service(), status, "sign-in not accepted");
                default ->
                    Part.lacking(
                            question.part(),
                            question.service(),
                            status,
                            answer.body().path("detail").asString("answered " + status));
            };
        } catch (EdgeProblem away) {
            return Part.lacking(
                    question.part(),
                    question.service(),
                    away.problem().status().value(),
                    away.problem().detail());
        }
    }

    private static Part await(Question question, Future<Part> answer, long deadline) {
        try {
            return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return lacking(question, HttpStatus.GATEWAY_TIMEOUT, "did not answer in time");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return lacking(question, HttpStatus.SERVICE_UNAVAILABLE, "the gateway is stopping");
        } catch (ExecutionException failure) {
            return lacking(question, HttpStatus.INTERNAL_SERVER_ERROR, "could not be read");
        }
    }

    private static Part lacking(Question question, HttpStatus status, String why) {
        return Part.lacking(question.part(), question.service(), status.value(), why);
    }
}
