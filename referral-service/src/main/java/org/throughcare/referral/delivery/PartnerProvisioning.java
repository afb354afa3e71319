package org.throughcare.referral.delivery;

/**
 * Makes a partner's user at the broker that carries the partners' virtual host. Brokers differ in how that is done; one adapter each.
 */
public interface PartnerProvisioning {

    /**
     * Makes the user or gives it a new password; afterwards it may consume its own queue, publish to the inbox under its own key
     * prefix, and nothing else. The queue and the exchanges exist afterwards.
     *
     * @throws ProvisioningAway when the broker's administration does not answer
     */
    void provision(PartnerAddress partner, String password);

    /** Takes the user away and closes its connections; the queue stays. */
    void withdraw(PartnerAddress partner);

    /** The broker's administration does not answer. */
    final class ProvisioningAway extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public ProvisioningAway(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
