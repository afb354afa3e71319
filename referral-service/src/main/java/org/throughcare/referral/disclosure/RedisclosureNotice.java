package org.throughcare.referral.disclosure;

import java.util.List;
import org.throughcare.platform.subject.PartTwo;
import org.throughcare.referral.known.InformationKind;

/**
 * What goes with everything a partner reads: it was released for one purpose and may not be passed on. Where substance-use treatment
 * is among it, 42 CFR 2.32 prescribes the second sentence.
 */
public final class RedisclosureNotice {

    private static final String ALWAYS =
            "This information was released to you by the person it is about, for the purpose named in the release that comes with"
                    + " it. Do not pass it on to anybody without their further written consent.";

    private RedisclosureNotice() {}

    public static String of(List<InformationKind> kinds) {
        return kinds.contains(InformationKind.SUBSTANCE_USE) ? ALWAYS + " " + PartTwo.NOTICE : ALWAYS;
    }
}
