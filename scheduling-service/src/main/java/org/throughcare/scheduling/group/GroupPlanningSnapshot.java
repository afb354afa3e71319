package org.throughcare.scheduling.group;

/** That a group is being planned, as the world may know it. */
public record GroupPlanningSnapshot(String id, boolean underWay, boolean brokenOff) {

    public static GroupPlanningSnapshot of(GroupPlanning p) {
        return new GroupPlanningSnapshot(p.id(), p.heldUntil() != null, p.brokenOff());
    }
}
