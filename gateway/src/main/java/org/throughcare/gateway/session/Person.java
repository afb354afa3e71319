package org.throughcare.gateway.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * Who signed in, as the provider said.
 *
 * @param subject the provider's own id of the account
 * @param staff the staff member's id at participant-service
 * @param signIn the provider's own id of this sign-in, by which it later tells that it is over
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Person(
        String subject,
        String name,
        String grantee,
        @Nullable String staff,
        @Nullable String signIn) {}
