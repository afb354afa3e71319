package org.throughcare.referral.referral;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Training options side by side, and the participant's own choice (C5).
 *
 * @param chosen one of the options' listings
 * @param reason why, in the participant's words
 * @param reviewAgency who reviewed it before it was sent, where a site wants that
 */
public record TrainingChoice(
        List<Option> options,
        UUID chosen,
        String reason,
        @Nullable String reviewAgency) {

    /**
     * @param cost in dollars
     * @param completionRate per cent of those who began, as the provider reports it
     * @param demand what the labour market says of the occupation
     */
    public record Option(
            UUID listing,
            String provider,
            BigDecimal cost,
            int weeks,
            @Nullable Integer completionRate,
            @Nullable String demand) {

        boolean isWhole() {
            return Stream.of(listing, provider, cost).allMatch(Objects::nonNull);
        }
    }

    public TrainingChoice {
        options = options == null
                ? List.of()
                : options.stream().filter(Objects::nonNull).toList();
    }

    boolean isWhole() {
        return options.stream().allMatch(Option::isWhole);
    }

    boolean holdsChosen() {
        return options.stream().anyMatch(option -> Objects.equals(option.listing(), chosen));
    }

    boolean comparesProviders() {
        return options.stream().map(Option::listing).distinct().count() >= 2;
    }
}
