package org.throughcare.referral.subject.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.throughcare.platform.subject.Held;
import org.throughcare.referral.inbox.KeptMessage;
import org.throughcare.referral.inbox.KeptMessages;
import org.throughcare.referral.subject.PartnersWords;

/** The messages are sealed, each under its own place, so each is opened to see whom it is about; there are few of them at any time. */
final class KeptPartnersWords implements PartnersWords {

    private static final int MOST = 2_000;

    private final KeptMessages kept;

    KeptPartnersWords(KeptMessages kept) {
        this.kept = kept;
    }

    @Override
    public Held<Word> about(Collection<String> referrals) {
        if (referrals.isEmpty()) {
            return new Held<>(List.of(), true);
        }
        Held<KeptMessage> latest = Held.upTo(MOST, kept.list(MOST + 1));
        List<Word> words = new ArrayList<>();
        for (KeptMessage each : latest.items().reversed()) {
            kept.show(each.id())
                    .filter(message -> referrals.stream().anyMatch(message.body()::contains))
                    .ifPresent(message ->
                            words.add(new Word(message.at(), message.reason(), message.userId(), message.body())));
        }
        return new Held<>(words, latest.all());
    }
}
