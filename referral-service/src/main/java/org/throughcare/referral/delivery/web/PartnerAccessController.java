package org.throughcare.referral.delivery.web;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.referral.delivery.PartnerAddress;
import org.throughcare.referral.delivery.PartnerProvisioning;
import org.throughcare.referral.delivery.PartnerProvisioning.ProvisioningAway;
import org.throughcare.referral.delivery.wire.PartnerSettings;
import org.throughcare.referral.directory.Partner;

/** A partner's own login at the broker. Asking again gives a new password: the old one is nowhere to be looked up. */
@RestController
@RequestMapping("/partners/{id}/access")
class PartnerAccessController {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerAccessController.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;

    private final Aggregates<Partner> partners;
    private final PartnerProvisioning provisioning;
    private final PartnerSettings settings;

    PartnerAccessController(Aggregates<Partner> partners, PartnerProvisioning provisioning, PartnerSettings settings) {
        this.partners = partners;
        this.provisioning = provisioning;
        this.settings = settings;
    }

    /**
     * Told once.
     *
     * @param address AMQP URI with the virtual host, without the login
     * @param routingKeyPrefix what the partner's own routing keys begin with, followed by a dot and accepted, rejected, started,
     *     held, completed, failed or cancelled
     */
    record PartnerAccess(
            String address,
            String virtualHost,
            String username,
            String password,
            String queue,
            String publishExchange,
            String routingKeyPrefix) {}

    /**
     * A new login at the partners' broker; the former one is dead at once, and the password is told this once. 503 while the broker is
     * away.
     */
    @PostMapping
    ResponseEntity<PartnerAccess> grant(@PathVariable UUID id, Caller caller) {
        PartnerAddress partner = known(id, caller);
        byte[] random = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            provisioning.provision(partner, password);
        } catch (ProvisioningAway away) {
            throw brokerAway(away);
        }
        LOG.info("{} gave partner {} a new login at the broker", caller.actor(), id);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new PartnerAccess(
                        settings.addressForPartners(),
                        PartnerAddress.VIRTUAL_HOST,
                        partner.user(),
                        password,
                        partner.queue(),
                        PartnerAddress.INBOX,
                        partner.keyPrefix()));
    }

    /** The partner has no login at the broker any more. 503 while the broker is away. */
    @DeleteMapping
    ResponseEntity<Void> withdraw(@PathVariable UUID id, Caller caller) {
        PartnerAddress partner = known(id, caller);
        try {
            provisioning.withdraw(partner);
        } catch (ProvisioningAway away) {
            throw brokerAway(away);
        }
        LOG.info("{} took partner {} its login at the broker", caller.actor(), id);
        return ResponseEntity.noContent().build();
    }

    private PartnerAddress known(UUID id, Caller caller) {
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("Partners' access is given by the grantee's administrator.");
        }
        if (partners.find(id.toString()).isEmpty()) {
            throw ProblemException.notFound("partner", id.toString());
        }
        return new PartnerAddress(caller.grantee(), id);
    }

    private static ProblemException brokerAway(ProvisioningAway away) {
        LOG.warn("partner access: {}", away.toString());
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "broker-away",
                "The partners' broker cannot be asked now; try again in a moment.");
    }
}
