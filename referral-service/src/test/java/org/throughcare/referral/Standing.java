package org.throughcare.referral;

import java.util.Arrays;
import java.util.Locale;
import org.throughcare.referral.known.Releases;
import org.throughcare.testing.StubOwner;

/** What participant-service says of a release of information, whatever is to be done with a referral under it. */
final class Standing {

    private Standing() {}

    /** @param kinds as asked, with commas between */
    static void answers(
            StubOwner owner, String participant, String partner, String kinds, String referral, String answer) {
        Arrays.stream(Releases.Doing.values())
                .map(doing -> "/participants/" + participant + "/consents/standing?recipient=" + partner + "&kind="
                        + kinds + "&about=referral/" + referral + "/"
                        + doing.name().toLowerCase(Locale.ROOT))
                .forEach(path -> owner.answers(path, answer));
    }
}
