package org.throughcare.referral.disclosure.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.platform.audit.ReadAudit;
import org.throughcare.platform.security.Caller;
import org.throughcare.platform.security.Role;
import org.throughcare.platform.web.ProblemException;
import org.throughcare.referral.directory.NeedKind;
import org.throughcare.referral.directory.web.CallingPartner;
import org.throughcare.referral.disclosure.ReadingAReferral;
import org.throughcare.referral.disclosure.ReferralContent;
import org.throughcare.referral.referral.ReferralStatus;

/** What a partner's own staff may read. */
@RestController
@RequestMapping("/partner/referrals")
class PartnerReferralController {

    private static final int PAGE = 200;

    private final ReadingAReferral reading;
    private final ReadAudit audit;

    PartnerReferralController(ReadingAReferral reading, ReadAudit audit) {
        this.reading = reading;
        this.audit = audit;
    }

    /**
     * What the partner may know of a referral under the release of this moment (C7), with the notice on redisclosure. The reading is
     * on record before the answer. 403 {@code no-release-stands} when the release has ended.
     */
    @GetMapping("/{id}")
    ResponseEntity<ReferralContent> referral(@PathVariable UUID id, Caller caller) {
        return switch (reading.read(id, partner(caller))) {
            case ReadingAReferral.Unknown _ -> throw ProblemException.notFound("referral", id.toString());
            case ReadingAReferral.Closed closed ->
                throw new ProblemException(HttpStatus.FORBIDDEN, "no-release-stands", closed.why());
            case ReadingAReferral.Shown shown -> {
                audit.readNow(
                        caller,
                        shown.participant().toString(),
                        "referral content",
                        "release " + shown.content().release().consent() + " revision "
                                + shown.content().release().revision());
                yield ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown.content());
            }
        };
    }

    /** Nothing about anybody: which referrals there are, and where they stand. */
    record OpenReferral(UUID referral, NeedKind kind, ReferralStatus state) {}

    record OpenReferrals(List<OpenReferral> items) {}

    /** The partner's referrals that are open, without anything about anybody. */
    @GetMapping
    OpenReferrals referrals(Caller caller) {
        return new OpenReferrals(reading.of(partner(caller), PAGE).stream()
                .map(each -> new OpenReferral(
                        each.id(), each.asked().kind(), each.progress().status()))
                .toList());
    }

    private static UUID partner(Caller caller) {
        if (!caller.is(Role.PARTNER_STAFF)) {
            throw ProblemException.forbidden("This is for partners' staff.");
        }
        return CallingPartner.of(caller);
    }
}
