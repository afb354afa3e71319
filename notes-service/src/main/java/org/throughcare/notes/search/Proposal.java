package org.throughcare.notes.search;

import org.jspecify.annotations.Nullable;

/**
 * A step that a search still offers.
 *
 * @param target the id of the contact in the participant's contact plan
 * @param who whose it is, in words; null for the participant's own
 * @param waivable may be left out with a reason
 */
public record Proposal(
        SearchStep.Kind kind,
        @Nullable String target,
        @Nullable String who,
        boolean waivable) {}
