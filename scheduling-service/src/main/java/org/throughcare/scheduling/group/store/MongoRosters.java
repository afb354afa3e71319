package org.throughcare.scheduling.group.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import java.util.List;
import org.throughcare.platform.aggregate.Stored;
import org.throughcare.platform.store.AggregateStore;
import org.throughcare.scheduling.group.GroupSeries;
import org.throughcare.scheduling.group.Rosters;

/** One look at the three lists of a group, each with an index of its own. */
final class MongoRosters implements Rosters {

    private static final int MOST = 500;

    private final AggregateStore<GroupSeries> groups;

    MongoRosters(AggregateStore<GroupSeries> groups) {
        this.groups = groups;
    }

    @Override
    public List<Stored<GroupSeries>> concerning(String participant) {
        return groups.where(
                or(
                        eq("body.roster.id", participant),
                        eq("body.waitlist.id", participant),
                        eq("body.former.id", participant)),
                ascending("_id"),
                MOST);
    }
}
