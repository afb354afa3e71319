package org.throughcare.referral.webhook.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.aggregate.Command;
import org.throughcare.platform.aggregate.Result;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.store.Aggregates;
import org.throughcare.platform.time.BusinessClock;
import org.throughcare.platform.web.Answers;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.referral.directory.Partner;
import org.throughcare.referral.webhook.PublicAddresses;
import org.throughcare.referral.webhook.WebhookEndpoint;
import org.throughcare.referral.webhook.WebhookSecrets;

@RestController
@RequestMapping("/partners/{id}/webhook")
class WebhookController {

    private final Aggregates<WebhookEndpoint> endpoints;
    private final Aggregates<Partner> partners;
    private final WebhookSecrets secrets;
    private final PublicAddresses addresses;
    private final BusinessClock clock;

    WebhookController(
            Aggregates<WebhookEndpoint> endpoints,
            Aggregates<Partner> partners,
            WebhookSecrets secrets,
            PublicAddresses addresses,
            BusinessClock clock) {
        this.endpoints = endpoints;
        this.partners = partners;
        this.secrets = secrets;
        this.addresses = addresses;
        this.clock = clock;
    }

    record WebhookRequest(@NotBlank @Size(max = 500) String url) {}

    /** @param secret told once, when it is new */
    record WebhookView(
            UUID partner,
            String url,
            Instant secretSince,
            @Nullable String secret) {}

    /**
     * Where the partner is called; the secret that signs the calls is told once, when it is new. 422 for what is no public https
     * address.
     */
    @PutMapping
    ResponseEntity<Object> set(
            @PathVariable UUID id, @Valid @RequestBody WebhookRequest asked, Command command, Caller caller) {
        requireAdministrator(id, caller);
        switch (addresses.look(asked.url())) {
            case FINE -> {}
            case MALFORMED ->
                throw ProblemException.invalid("url", "format", "A webhook's address begins with https://.");
            case INSIDE -> throw ProblemException.invalid("url", "address", "Webhooks go to public addresses only.");
            case UNKNOWN_HOST -> throw ProblemException.invalid("url", "host", "This host is not known.");
        }
        String fresh = secrets.fresh();
        String sealed = secrets.sealed(id, fresh);
        Result<WebhookEndpoint> result = endpoints.createOrChange(
                command,
                id.toString(),
                known -> known.map(endpoint -> endpoint.moveTo(asked.url()))
                        .orElseGet(() -> WebhookEndpoint.set(id, asked.url(), sealed, clock.now())));
        return told(result, result instanceof Result.Done<WebhookEndpoint> done && done.created() ? fresh : null);
    }

    /** Where the partner is called, and since when its secret holds. */
    @GetMapping
    ResponseEntity<Object> webhook(@PathVariable UUID id, Caller caller) {
        requireAdministrator(id, caller);
        return endpoints
                .find(id.toString())
                .map(stored -> Answers.found(stored, each -> view(each.state(), null)))
                .orElseThrow(() -> ProblemException.notFound("webhook of partner", id.toString()));
    }

    /** A new secret, told this once. */
    @PostMapping("/secret")
    ResponseEntity<Object> replaceSecret(@PathVariable UUID id, Command command, Caller caller) {
        requireAdministrator(id, caller);
        String fresh = secrets.fresh();
        String sealed = secrets.sealed(id, fresh);
        Result<WebhookEndpoint> result =
                endpoints.change(command, id.toString(), endpoint -> endpoint.replaceSecret(sealed, clock.now()));
        return told(result, result instanceof Result.Done<WebhookEndpoint> done && !done.repeated() ? fresh : null);
    }

    private ResponseEntity<Object> told(Result<WebhookEndpoint> result, @Nullable String secret) {
        ResponseEntity<Object> answer = Answers.of(result, "webhook", stored -> {
            boolean current = secret != null && secrets.opened(stored.state()).equals(secret);
            return view(stored.state(), current ? secret : null);
        });
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(answer.getBody());
    }

    private static WebhookView view(WebhookEndpoint endpoint, @Nullable String secret) {
        return new WebhookView(endpoint.partner(), endpoint.url(), endpoint.secretSince(), secret);
    }

    private void requireAdministrator(UUID partner, Caller caller) {
        if (!caller.is(Role.GRANTEE_ADMINISTRATOR, Role.SYSTEM)) {
            throw ProblemException.forbidden("Webhooks are set by the grantee's administrator.");
        }
        if (partners.find(partner.toString()).isEmpty()) {
            throw ProblemException.notFound("partner", partner.toString());
        }
    }
}
