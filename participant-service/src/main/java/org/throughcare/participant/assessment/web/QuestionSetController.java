package org.throughcare.participant.assessment.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.participant.assessment.QuestionSet;
import org.throughcare.participant.assessment.QuestionSets;
import org.throughcare.participant.policy.Programme;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.ProblemException;

@RestController
@RequestMapping("/question-sets")
class QuestionSetController {

    private final QuestionSets sets;
    private final BusinessClock clock;

    QuestionSetController(QuestionSets sets, BusinessClock clock) {
        this.sets = sets;
        this.clock = clock;
    }

    /**
     * A programme's questions (N2): in the version asked for, else in the one in force on a day, else today's (UTC). 404 for a version that
     * there never was.
     */
    @GetMapping
    QuestionSet set(
            @RequestParam Programme programme,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable LocalDate on) {
        if (version != null) {
            return sets.version(programme, version)
                    .orElseThrow(() -> ProblemException.notFound("version of the questions", version.toString()));
        }
        return sets.of(programme, on == null ? clock.today(ZoneOffset.UTC) : on);
    }
}
