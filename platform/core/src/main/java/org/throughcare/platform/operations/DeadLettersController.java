package org.throughcare.platform.operations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.messaging.DeadLetters;
import org.throughcare.platform.messaging.DeadLetters.DeadLetter;
import org.throughcare.platform.messaging.Replaying;
import org.throughcare.platform.web.ProblemException;

/** Messages that could not be handled: listed, shown, replayed, discarded. Without a grantee, those of no known grantee. */
@RestController
@RequestMapping("/operations/dead-letters")
class DeadLettersController {

    private static final int MOST = 500;

    private final DeadLetters letters;
    private final Replaying replaying;

    DeadLettersController(DeadLetters letters, Replaying replaying) {
        this.letters = letters;
        this.replaying = replaying;
    }

    record LettersView(long count, List<DeadLetter> deadLetters) {}

    /** @param outcome HANDLED, or KEPT_AGAIN with the reason on the letter */
    record ReplayView(String id, Replaying.Outcome outcome) {}

    /** Messages that could not be handled, with the reason; newest first. */
    @GetMapping
    LettersView list(@RequestParam(defaultValue = "100") @Min(1) @Max(MOST) int limit) {
        return new LettersView(letters.count(), letters.list(limit));
    }

    /** One of them, with the message as it came. */
    @GetMapping("/{id}")
    DeadLetter show(@PathVariable String id) {
        return letters.show(id).orElseThrow(() -> ProblemException.notFound("dead letter", id));
    }

    /** It is handled once more; what is handled now is no longer kept. */
    @PostMapping("/{id}/replay")
    ReplayView replay(@PathVariable String id) throws InterruptedException {
        return replaying
                .replay(id)
                .map(outcome -> new ReplayView(id, outcome))
                .orElseThrow(() -> ProblemException.notFound("dead letter", id));
    }

    /** It is thrown away for good. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> discard(@PathVariable String id) {
        if (!letters.discard(id)) {
            throw ProblemException.notFound("dead letter", id);
        }
        return ResponseEntity.noContent().build();
    }
}
