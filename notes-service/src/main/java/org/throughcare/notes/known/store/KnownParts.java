package org.throughcare.notes.known.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.throughcare.notes.known.ContactTerms;
import org.throughcare.notes.known.Known;
import org.throughcare.notes.known.KnownCase;
import org.throughcare.notes.known.KnownCustody;
import org.throughcare.notes.known.KnownEnrolment;
import org.throughcare.notes.known.KnownParticipant;
import org.throughcare.notes.known.KnownPolicy;
import org.throughcare.notes.known.KnownSite;
import org.throughcare.notes.known.ShippedTerms;
import org.throughcare.platform.json.Json;
import org.throughcare.platform.messaging.Subscription;
import org.throughcare.platform.person.PersonIds;
import org.throughcare.platform.store.CopyStores;
import org.throughcare.platform.web.OwnerClient;

@Configuration(proxyBeanMethods = false)
class KnownParts {

    private static final String OWNER = "participant";

    @Bean
    Known.Kept keptCopies(CopyStores copies) {
        return new Known.Kept(
                copies.of(OWNER, "participant", KnownParticipant.class),
                copies.of(OWNER, "case", KnownCase.class, "programmes"),
                copies.of(OWNER, "custody", KnownCustody.class),
                copies.of(OWNER, "enrolment", KnownEnrolment.class),
                copies.of(OWNER, "site", KnownSite.class),
                copies.of(OWNER, "programme-policy", KnownPolicy.class, "programme"));
    }

    @Bean
    Known known(Known.Kept kept, PersonIds persons, OwnerClient owner, ShippedTerms shipped) {
        return new Known(kept, persons, owner, shipped);
    }

    @Bean
    ShippedTerms shippedTerms(@Value("classpath:notes/contact-terms.json") Resource terms) {
        try (InputStream in = terms.getInputStream()) {
            return new ShippedTerms(List.of(Json.strict().readValue(in, ContactTerms[].class)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the contact terms that are shipped", unreadable);
        }
    }

    @Bean
    Subscription<KnownSite> hearingSites(Known.Kept kept) {
        return Subscription.toState(OWNER, "site", KnownSite.class, kept.sites());
    }
}
