package org.throughcare.referral.subject;

import java.time.Instant;
import java.util.Collection;
import org.throughcare.platform.subject.Held;

/** What partners said that could not be taken and is kept until somebody decides, of the grantee in scope. */
@FunctionalInterface
public interface PartnersWords {

    /**
     * @param reason why it could not be taken
     * @param from the partner's user at the broker
     * @param body as it came
     */
    record Word(Instant at, String reason, String from, String body) {}

    /** Those that name one of these referrals, among the latest; the oldest first. */
    Held<Word> about(Collection<String> referrals);
}
