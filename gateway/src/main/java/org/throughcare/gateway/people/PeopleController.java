package org.throughcare.gateway.people;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.gateway.problem.EdgeProblem;
import org.throughcare.gateway.problem.Problem;
import org.throughcare.gateway.session.EdgeCaller;
import org.throughcare.platform.web.ProblemException;

/** One person's file and line of events, put together from all services. */
@RestController
@RequestMapping("/api/people/{id}")
class PeopleController {

    private static final int LONGEST_PAGE = 200;

    private final PersonView view;
    private final Timeline timeline;

    PeopleController(PersonView view, Timeline timeline) {
        this.view = view;
        this.timeline = timeline;
    }

    /**
     * Everything about one person on one page, composed from all services. What a service that is away would have given is named
     * instead. 403 and 404 as participant-service answers.
     */
    @GetMapping
    Map<String, Object> person(@PathVariable UUID id, EdgeCaller caller) {
        requirePerson(caller);
        return view.of(id.toString(), caller.token());
    }

    /**
     * What happened with one person, from all services, newest first.
     *
     * @param limit entries on a page, 1 to 200
     */
    @GetMapping("/timeline")
    Timeline.Page timeline(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            EdgeCaller caller) {
        requirePerson(caller);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw ProblemException.invalid("limit", "range", "A page has 1 to " + LONGEST_PAGE + " entries.");
        }
        return timeline.of(id.toString(), limit, cursor, caller.token());
    }

    /** Machines ask the services: a partner for what is disclosed to it, the suite itself for one grantee at a time. */
    private static void requirePerson(EdgeCaller caller) {
        if (!caller.is(EdgeCaller.Kind.PERSON)) {
            throw new EdgeProblem(new Problem(
                    HttpStatus.FORBIDDEN, "forbidden", "A person's file is for the people who work with them."));
        }
    }
}
