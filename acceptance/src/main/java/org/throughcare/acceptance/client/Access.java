package org.throughcare.acceptance.client;

/**
 * Where the suite is and what its machines prove themselves with.
 *
 * @param gateway base address of the gateway; nothing else of the suite is called
 * @param tokens the sign-in server's token endpoint
 */
public record Access(
        String gateway,
        String tokens,
        String systemClient,
        String systemSecret,
        String partnerClient,
        String partnerSecret) {

    @Override
    public String toString() {
        return "Access[" + gateway + "]";
    }
}
