package org.throughcare.gateway.session;

import org.jspecify.annotations.Nullable;

/**
 * Who signed in, as the provider said.
 *
 * @param subject the provider's own id of the account
 * @param staff the staff member's id at participant-service
 */
public record Person(
        String subject,
        String name,
        String grantee,
        @Nullable String staff) {}
