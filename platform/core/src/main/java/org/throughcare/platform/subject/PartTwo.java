package org.throughcare.platform.subject;

/** 42 CFR part 2, the confidentiality of substance-use records: what goes with them wherever they go (§ 2.32(a)(2)). */
public final class PartTwo {

    /** In the words of the rule. */
    public static final String NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    private PartTwo() {}
}
