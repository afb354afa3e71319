package org.throughcare.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.throughcare.gateway.problem.Problem;

/** One token bucket for each key, in this instance's memory; keys unused for a while are forgotten. */
final class Buckets {

    private static final int MOST_KEYS = 100_000;
    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(FORGET_AFTER)
            .build();
    private final Bandwidth bandwidth;
    private final String slug;
    private final String detail;

    Buckets(int burst, int refill, Duration every, String slug, String detail) {
        this.bandwidth =
                Bandwidth.builder().capacity(burst).refillGreedy(refill, every).build();
        this.slug = slug;
        this.detail = detail;
    }

    /** Takes one; a problem when there is none left. */
    Optional<Problem> take(String key) {
        Bucket bucket =
                buckets.get(key, _ -> Bucket.builder().addLimit(bandwidth).build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(new Problem(HttpStatus.TOO_MANY_REQUESTS, slug, detail)
                        .retryingAfter(Duration.ofNanos(probe.getNanosToWaitForRefill())));
    }

    /** Whether the next one would be refused; takes none. */
    Optional<Problem> peek(String key) {
        Bucket bucket = buckets.getIfPresent(key);
        return bucket == null || bucket.getAvailableTokens() > 0
                ? Optional.empty()
                : Optional.of(new Problem(HttpStatus.TOO_MANY_REQUESTS, slug, detail)
                        .retryingAfter(Duration.ofNanos(
                                bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill())));
    }
}
